-- The projects of one page alone, and of each the line with most of the words: of its text, or of the first 20 steps of
-- its newest versions. One expression for any of the words sifts, then those that are left are counted. Lateral with a
-- limit: each project is planned as one lookup.
select l.source_id, l.field, l.line, l.workflow, l.number, l.step
from unnest($1::uuid[]) as k (source_id)
cross join lateral (
    select k.source_id, t.field, t.line, t.workflow, t.number, t.step
    from (
        select 'body' as field, b.line, null as workflow, null::integer as number, null as step, 0 as place
        from project p
        cross join lateral string_to_table(left(p.body, 20000), E'\n') as b (line)
        where p.project_id = k.source_id
        union all
        select 'prompt', b.line, s.slug, s.number, s.step ->> 'key', 1
        from (
            select w.slug, v.number, c.step
            from workflow w
            join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
            cross join lateral jsonb_array_elements(v.content -> 'steps') as c (step)
            where w.project_id = k.source_id
            order by w.workflow_id
            limit 20
        ) s
        cross join lateral string_to_table(s.step ->> 'template', E'\n') as b (line)
    ) t
    where t.line ~* array_to_string($2::text[], '|')
    order by (select count(*) from unnest($2::text[]) as w (pattern) where t.line ~* w.pattern) desc, t.place
    limit 1
) l
