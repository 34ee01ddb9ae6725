-- Return the line with the most query words for each workflow of a page, from its newest version. For the bounds, see
-- list_project_lines.
select l.source_id, l.field, l.line, l.workflow, l.number, l.step
from unnest($1::uuid[]) as k (source_id)
cross join lateral (
    select k.source_id, 'prompt' as field, few.line, few.workflow, few.number, few.step
    from (
        select b.line, s.slug as workflow, s.number, s.step, s.place, b.place as line_place
        from (
            select
                w.slug, v.number, c.step ->> 'key' as step, c.step ->> 'template' as template, c.place,
                sum(char_length(c.step ->> 'template')) over (
                    order by c.place rows between unbounded preceding and 1 preceding
                ) as before
            from workflow w
            join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
            cross join lateral jsonb_array_elements(v.content -> 'steps') with ordinality as c (step, place)
            where w.workflow_id = k.source_id
        ) s
        cross join lateral string_to_table(
            left(s.template, greatest(0, $3::integer - coalesce(s.before, 0))::integer),
            E'\n'
        ) with ordinality as b (line, place)
        where regexp_like(b.line, array_to_string($2::text[], '|'), 'i')
        limit $4
    ) few
    order by
        (select count(*) from unnest($2::text[]) as p (pattern) where regexp_like(left(few.line, 400), p.pattern, 'i')) desc,
        few.place, few.line_place
    limit 1
) l
