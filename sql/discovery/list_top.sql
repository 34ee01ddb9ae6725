-- Return a topic's projects of a window, most starred first. Merges the scans of periods 0 to $2 along
-- project_rank_top_idx, each from the cursor's position. The time $3 excludes aged projects that the job has not moved
-- to the next period yet.
select page.*
from (
    select picked.project_id, {projects/summary.columns}, picked.stars, p.published_at, picked.hot
    from (
        select walk.project_id, walk.stars, walk.hot
        from (values (0), (1), (2), (3), (4)) w (period)
        cross join lateral (
            select few.project_id, few.stars, few.hot
            from (
                select r.project_id, r.stars, r.hot
                from project_rank r
                where
                    r.topic = $1 and r.period = w.period and r.published_at > $3
                    and (r.stars, r.project_id) < ($4, $5)
                order by r.stars desc, r.project_id desc
                limit 101
            ) few
            order by few.stars desc, few.project_id desc
            limit $6
        ) walk
        where w.period <= $2
        order by walk.stars desc, walk.project_id desc
        limit $6
    ) picked
    join project p on p.project_id = picked.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = picked.project_id
) page
order by page.stars desc, page.project_id desc
