-- Joined lookups. Lateral with a limit: each key is planned as one lookup by maker_handle_key and project_slug_key.
-- Written as one flat join the plan depends on sizes, and was seen to walk all of a maker's projects.
-- A row comes back only for a viewer who may see the project: everybody when it is out and not private, else its members
-- (the viewer null is nobody). Deleted projects, and all of a deleted maker, are seen by no one.
-- A member is asked for as a value, not with `exists`: beside an `or` that was planned as a hash of all the viewer works
-- on, since most work on little, and took 26 ms a key for one with 75,000.
select
    k.ord, f.project_id, f.handle, f.display_name, f.avatar_url, f.slug, f.title, f.tagline, f.body, f.links, f.cover_url,
    f.tags, f.visibility, f.status, f.version, f.stars, f.forks, f.comments, f.created_at, f.updated_at, f.published_at
from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k (handle, slug, viewer_id, ord)
cross join lateral (
    select
        p.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.body, p.links::text as links,
        p.cover_url, p.tags, p.visibility, p.status, p.version, s.stars, s.forks, s.comments, p.created_at, p.updated_at,
        p.published_at
    from maker o
    join project p on p.owner_id = o.maker_id
    join project_stats s on s.project_id = p.project_id
    where
        o.handle = k.handle and o.status <> 'deleted' and p.slug = k.slug and p.deleted_at is null
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived'))
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = k.viewer_id)
        )
    limit 1
) f
