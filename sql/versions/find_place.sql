-- Batched lookups of the project that contains the requested workflows. Plan and access rule: projects/find_by_slug.
select k.ord, f.*
from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k (handle, slug, viewer_id, ord)
cross join lateral (
    select p.project_id, m.role, p.status
    from maker o
    join project p on p.owner_id = o.maker_id
    left join project_member m on m.project_id = p.project_id and m.maker_id = k.viewer_id
    where
        o.handle = k.handle and o.status <> 'deleted' and p.slug = k.slug and p.deleted_at is null
        and (m.role is not null or (p.visibility <> 'private' and p.status in ('published', 'archived')))
    limit 1
) f
