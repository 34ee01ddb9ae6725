-- Scan project_newest_idx from the cursor position. The inner limit is the largest possible: a page of 100 and the row
-- that signals a next page. It tells the planner, which cannot know $3, that few rows are needed.
select
    page.project_id, page.handle, page.display_name, page.avatar_url, page.slug, page.title, page.tagline,
    page.cover_url, page.tags, page.visibility, page.status, page.stars, page.forks, page.comments, page.created_at,
    page.updated_at, page.published_at
from (
    select
        p.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.cover_url, p.tags,
        p.visibility, p.status, s.stars, s.forks, s.comments, p.created_at, p.updated_at, p.published_at
    from project p
    join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
    join project_stats s on s.project_id = p.project_id
    where
        p.status = 'published' and p.visibility = 'public' and p.deleted_at is null
        and (p.published_at, p.project_id) < ($1, $2)
    order by p.published_at desc, p.project_id desc
    limit 101
) page
order by page.published_at desc, page.project_id desc
limit $3
