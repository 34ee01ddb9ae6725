-- A step that is to be commented on, of what its project has: `number` is null without such a version, `digest` without
-- such a step in it. The workflow is locked before the counters, as it is when it is deleted: of the two, one waits.
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
