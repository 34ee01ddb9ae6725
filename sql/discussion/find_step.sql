-- Return the step that a comment is about: `number` is null if the version does not exist, `digest` if the step does
-- not exist. Locks the workflow before the counters, in the order of a workflow deletion, to prevent a deadlock.
select w.workflow_id, v.number, s.digest
from workflow w
left join workflow_version v on v.workflow_id = w.workflow_id and v.number = $3
left join lateral (
    select sha256(convert_to(e.step::text, 'UTF8')) as digest
    from jsonb_array_elements(v.content -> 'steps') as e (step)
    where e.step ->> 'key' = $4
    limit 1
) s on true
where w.project_id = $1 and w.slug = $2
for key share of w
