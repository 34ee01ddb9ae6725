-- Return a topic's projects, hottest first: a scan of project_rank_hot_idx from the cursor's position. The inner limit
-- is the maximum page size (see projects/list_newest).
select page.*
from (
    select r.project_id, {projects/summary.columns}, s.stars, p.published_at, r.hot
    from project_rank r
    join project p on p.project_id = r.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = r.project_id
    where r.topic = $1 and (r.hot, r.project_id) < ($2, $3)
    order by r.hot desc, r.project_id desc
    limit 101
) page
order by page.hot desc, page.project_id desc
limit $4
