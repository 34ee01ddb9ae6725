-- What begins with what is typed, by the order of bytes (collate "C"), so that a beginning is a range of an index: 500 of
-- each range are looked at, the best of them kept. Titles of the hottest tier come first; the other tiers are there for
-- rare beginnings. Makers by handle and by name: two ranges.
with typed as materialized (
    select f.beginning, f.beginning || chr(1114111) as ending
    from (select ltrim(search_fold($1)) as beginning) f
    where f.beginning <> ''
)
select s.kind, s.text, s.path
from (
    (
        select 'tool' as kind, t.name as text, '/api/v1/tools/' || t.slug as path, 0 as place, coalesce(u.used_by, 0) as much
        from typed y
        join tool t on starts_with(search_fold(t.name), y.beginning)
        left join tool_stats u on u.tool_id = t.tool_id
        order by much desc, t.slug
        limit 3
    )
    union all
    (
        select 'tag', g.name, '/api/v1/tags/' || g.name, 1, g.projects
        from typed y
        cross join lateral (
            select n.name, n.projects
            from tag n
            where
                n.projects > 0 and n.name collate "C" >= replace(y.beginning, ' ', '-')
                and n.name collate "C" < replace(y.ending, ' ', '-')
            limit 500
        ) g
        order by g.projects desc, g.name
        limit 3
    )
    union all
    (
        select
            'project', p.title, '/api/v1/projects/' || o.handle || '/' || p.slug, 2 + c.tier,
            c.hot
        from (
            select distinct on (r.title_key) r.project_id, r.tier, r.hot
            from typed y
            cross join lateral (
                (
                    select a.project_id, a.tier, a.hot, a.title_key
                    from project_search a
                    where a.tier = 0 and a.title_key collate "C" >= y.beginning and a.title_key collate "C" < y.ending
                    limit 500
                )
                union all
                (
                    select a.project_id, a.tier, a.hot, a.title_key
                    from project_search a
                    where a.tier = 1 and a.title_key collate "C" >= y.beginning and a.title_key collate "C" < y.ending
                    limit 500
                )
                union all
                (
                    select a.project_id, a.tier, a.hot, a.title_key
                    from project_search a
                    where a.tier = 2 and a.title_key collate "C" >= y.beginning and a.title_key collate "C" < y.ending
                    limit 500
                )
            ) r
            order by r.title_key, r.tier, r.hot desc
        ) c
        join project p on p.project_id = c.project_id
        join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
        where p.status = 'published' and p.visibility = 'public' and p.deleted_at is null
        order by c.tier, c.hot desc
        limit 10
    )
    union all
    (
        select 'maker', m.display_name, '/api/v1/makers/' || m.handle, 5, coalesce(f.followers, 0)
        from (
            select h.maker_id
            from typed y
            cross join lateral (
                (
                    select d.maker_id from maker_search d
                    where
                        d.handle collate "C" >= replace(y.beginning, ' ', '-')
                        and d.handle collate "C" < replace(y.ending, ' ', '-')
                    limit 500
                )
                union
                (
                    select d.maker_id from maker_search d
                    where d.name_key collate "C" >= y.beginning and d.name_key collate "C" < y.ending
                    limit 500
                )
            ) h
        ) c
        join maker m on m.maker_id = c.maker_id and m.status = 'active'
        left join maker_stats f on f.maker_id = c.maker_id
        order by coalesce(f.followers, 0) desc, m.handle
        limit 3
    )
) s
order by s.place, s.much desc, s.path
