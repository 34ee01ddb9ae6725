-- List the newest projects with a tag and a tool. Scan the rarer of the two, by the key of project_tag or by
-- tool_use_project_idx, and look up each row in the other. The comparison of the counts is evaluated once, and the
-- other scan never starts.
-- The lateral join with a limit prevents a merge join, which sometimes was planned and reads all of the other table.
-- Inner limits: see list_newest.
select page.*
from (
    select picked.project_id, {projects/summary.columns}, s.stars, picked.published_at
    from (
        select walks.published_at, walks.project_id
        from (
            (
                select t.published_at, t.project_id
                from project_tag t
                cross join lateral (
                    select
                    from tool_use u
                    where
                        u.tool_id = (select n.tool_id from tool n where n.slug = $2)
                        and u.published_at = t.published_at and u.project_id = t.project_id
                    limit 1
                ) found
                where
                    coalesce((select g.projects from tag g where g.name = $1), 0) < coalesce(
                        (select c.used_by from tool n join tool_stats c on c.tool_id = n.tool_id where n.slug = $2), 0
                    )
                    and t.tag = $1 and (t.published_at, t.project_id) < ($3, $4)
                order by t.published_at desc, t.project_id desc
                limit 101
            )
            union all
            (
                select u.published_at, u.project_id
                from tool_use u
                cross join lateral (
                    select
                    from project_tag t
                    where t.tag = $1 and t.published_at = u.published_at and t.project_id = u.project_id
                    limit 1
                ) found
                where
                    coalesce((select g.projects from tag g where g.name = $1), 0) >= coalesce(
                        (select c.used_by from tool n join tool_stats c on c.tool_id = n.tool_id where n.slug = $2), 0
                    )
                    and u.tool_id = (select n.tool_id from tool n where n.slug = $2)
                    and (u.published_at, u.project_id) < ($3, $4)
                group by u.published_at, u.project_id
                order by u.published_at desc, u.project_id desc
                limit 101
            )
        ) walks
        order by walks.published_at desc, walks.project_id desc
        limit $5
    ) picked
    join project p on p.project_id = picked.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = p.project_id
) page
order by page.published_at desc, page.project_id desc
