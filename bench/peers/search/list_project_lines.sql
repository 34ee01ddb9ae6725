-- Return the line with the most query words for each project of a page. The lines are those of the project's text and
-- of the first 20 steps of its newest versions. One expression for any of the words filters the lines; the rest is
-- counted. The lateral join with a limit gives one lookup per project.
--
-- A maker can publish half a million characters of prompts, and every line may match. Therefore the statement reads the
-- first $3 characters of a project and the first 400 characters of $4 lines. A project with a later match is still
-- found; its hit shows the title.
select l.source_id, l.field, l.line, l.workflow, l.number, l.step
from unnest($1::uuid[]) as k (source_id)
cross join lateral (
    select k.source_id, few.field, few.line, few.workflow, few.number, few.step
    from (
        select t.field, t.line, t.workflow, t.number, t.step, t.place
        from (
            select 'body' as field, b.line, null as workflow, null::integer as number, null as step, 0 as place
            from project p
            cross join lateral string_to_table(left(p.body, least(20000, $3::integer)), E'\n') as b (line)
            where p.project_id = k.source_id
            union all
            select 'prompt', b.line, s.slug, s.number, s.step, 1
            from (
                select
                    f.slug, f.number, f.step, f.template,
                    sum(char_length(f.template)) over (
                        order by f.workflow_id, f.place rows between unbounded preceding and 1 preceding
                    ) as before
                from (
                    select
                        w.workflow_id, w.slug, v.number, c.step ->> 'key' as step, c.step ->> 'template' as template,
                        c.place
                    from workflow w
                    join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
                    cross join lateral jsonb_array_elements(v.content -> 'steps') with ordinality as c (step, place)
                    where w.project_id = k.source_id
                    order by w.workflow_id, c.place
                    limit 20
                ) f
            ) s
            cross join lateral string_to_table(
                left(s.template, greatest(0, $3::integer - coalesce(s.before, 0))::integer), E'\n'
            ) as b (line)
        ) t
        where regexp_like(t.line, array_to_string($2::text[], '|'), 'i')
        limit $4
    ) few
    order by
        (select count(*) from unnest($2::text[]) as w (pattern) where regexp_like(left(few.line, 400), w.pattern, 'i')) desc,
        few.place
    limit 1
) l
