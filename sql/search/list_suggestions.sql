-- Return items that begin with the typed text. Byte order (collate "C") makes a prefix an index range. The best of the
-- first 300 rows of each range remain. Titles are read tier by tier, hottest first, until the inner limit is reached.
-- Makers have two ranges: handle and name.
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
            limit 300
        ) g
        order by g.projects desc, g.name
        limit 3
    )
    union all
    (
        select
            'project', p.title, '/api/v1/projects/' || o.handle || '/' || p.slug, 2 + c.tier, c.hot
        from (
            select distinct on (r.title_key) r.project_id, r.tier, r.hot
            from (
                select b.project_id, t.tier, b.hot, b.title_key
                from typed y
                cross join generate_series(0, 4) as t (tier)
                cross join lateral (
                    select a.project_id, a.hot, a.title_key
                    from (
                        select d.project_id, d.hot, d.title_key
                        from project_search d
                        where
                            d.tier = t.tier
                            and d.title_key collate "C" >= y.beginning and d.title_key collate "C" < y.ending
                        limit 300
                    ) a
                    order by a.hot desc
                    limit 20
                ) b
                limit 20
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
        select 'maker', m.display_name, '/api/v1/makers/' || m.handle, 7, c.followers
        from (
            select h.maker_id, coalesce(f.followers, 0) as followers
            from typed y
            cross join lateral (
                (
                    select d.maker_id from maker_search d
                    where
                        d.handle collate "C" >= replace(y.beginning, ' ', '-')
                        and d.handle collate "C" < replace(y.ending, ' ', '-')
                    limit 300
                )
                union
                (
                    select d.maker_id from maker_search d
                    where d.name_key collate "C" >= y.beginning and d.name_key collate "C" < y.ending
                    limit 300
                )
            ) h
            -- Without the lateral join with a limit, the plan reads all rows of maker_stats.
            left join lateral (
                select x.followers from maker_stats x where x.maker_id = h.maker_id limit 1
            ) f on true
            order by coalesce(f.followers, 0) desc, h.maker_id
            limit 5
        ) c
        join maker m on m.maker_id = c.maker_id and m.status = 'active'
        order by c.followers desc, m.handle
        limit 3
    )
) s
order by s.place, s.much desc, s.path
