-- See list_project_lines: the workflows of one page alone, and of each the line of its newest version with most of the
-- words.
select l.source_id, l.field, l.line, l.workflow, l.number, l.step
from unnest($1::uuid[]) as k (source_id)
cross join lateral (
    select k.source_id, 'prompt' as field, b.line, w.slug as workflow, v.number, c.step ->> 'key' as step
    from workflow w
    join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
    cross join lateral jsonb_array_elements(v.content -> 'steps') with ordinality as c (step, place)
    cross join lateral string_to_table(c.step ->> 'template', E'\n') with ordinality as b (line, place)
    where w.workflow_id = k.source_id and b.line ~* array_to_string($2::text[], '|')
    order by
        (select count(*) from unnest($2::text[]) as p (pattern) where b.line ~* p.pattern) desc, c.place, b.place
    limit 1
) l
