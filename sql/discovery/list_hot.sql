-- Return a topic's projects, hottest first: a scan of project_rank_hot_idx from the cursor's position. The inner limit
-- is the maximum page size (see projects/list_newest).
select
    page.project_id, page.handle, page.display_name, page.avatar_url, page.slug, page.title, page.tagline,
    page.cover_url, page.tags, page.visibility, page.status, page.stars, page.forks, page.comments, page.created_at,
    page.updated_at, page.published_at, page.hot
from (
    select
        r.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.cover_url, p.tags,
        p.visibility, p.status, s.stars, s.forks, s.comments, p.created_at, p.updated_at, p.published_at, r.hot
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
