-- Joined lookups: maker_handle_key, project_slug_key, then two primary keys. A row comes back only for a viewer who
-- may see the project: everybody when it is out and not private, its members always (the viewer null is nobody).
-- Deleted projects, and all of a deleted maker, are seen by no one.
select
    k.ord,
    p.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.body, p.links::text as links,
    p.cover_url, p.visibility, p.status, p.version, s.stars, s.forks, s.comments, p.created_at, p.updated_at,
    p.published_at
from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k (handle, slug, viewer_id, ord)
join maker o on o.handle = k.handle and o.status <> 'deleted'
join project p on p.owner_id = o.maker_id and p.slug = k.slug and p.deleted_at is null
join project_stats s on s.project_id = p.project_id
left join project_member m on m.project_id = p.project_id and m.maker_id = k.viewer_id
where m.role is not null or (p.visibility <> 'private' and p.status in ('published', 'archived'))
