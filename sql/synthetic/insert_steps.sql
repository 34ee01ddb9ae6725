-- As workflows/insert_version does for one version.
insert into workflow_step (version_id, position, key, kind, title, tool_id, model)
select
    v.version_id, s.place - 1, s.step ->> 'key', s.step ->> 'kind', s.step ->> 'title', t.tool_id, s.step ->> 'model'
from workflow_version v
cross join jsonb_array_elements(v.content -> 'steps') with ordinality as s (step, place)
left join tool t on t.slug = s.step ->> 'tool'
