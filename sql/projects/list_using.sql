-- List the newest projects whose workflows use a tool, by tool_use_project_idx. Each project appears once, even if
-- several of its workflows use the tool. Inner limits: see list_newest.
select page.*
from (
    select picked.project_id, {projects/summary.columns}, s.stars, picked.published_at
    from (
        select u.published_at, u.project_id
        from tool_use u
        where
            u.tool_id = (select t.tool_id from tool t where t.slug = $1)
            and (u.published_at, u.project_id) < ($2, $3)
        group by u.published_at, u.project_id
        order by u.published_at desc, u.project_id desc
        limit 101
    ) picked
    join project p on p.project_id = picked.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = p.project_id
    order by picked.published_at desc, picked.project_id desc
    limit 101
) page
order by page.published_at desc, page.project_id desc
limit $4
