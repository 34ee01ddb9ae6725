-- Read a project after a change, in the same transaction. The caller has already checked access.
select
    p.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.body, p.links::text as links,
    p.cover_url, p.tags, p.visibility, p.status, p.version, s.stars, s.forks, s.comments, p.created_at, p.updated_at,
    p.published_at
from project p
join maker o on o.maker_id = p.owner_id
join project_stats s on s.project_id = p.project_id
where p.project_id = $1
