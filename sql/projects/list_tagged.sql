-- List the newest projects with a tag. Scan the key of project_tag, which contains only listed projects (see
-- migrations/0005). Inner limit: see list_newest.
select
    page.project_id, page.handle, page.display_name, page.avatar_url, page.slug, page.title, page.tagline,
    page.cover_url, page.tags, page.visibility, page.status, page.stars, page.forks, page.comments, page.created_at,
    page.updated_at, page.published_at
from (
    select
        t.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.cover_url, p.tags,
        p.visibility, p.status, s.stars, s.forks, s.comments, p.created_at, p.updated_at, t.published_at
    from project_tag t
    join project p on p.project_id = t.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = p.project_id
    where t.tag = $1 and (t.published_at, t.project_id) < ($2, $3)
    order by t.published_at desc, t.project_id desc
    limit 101
) page
order by page.published_at desc, page.project_id desc
limit $4
