-- Batched lookup. The lateral join with a limit plans each key as one lookup by maker_handle_key and project_slug_key.
-- The plan of a flat join depends on table sizes and once scanned all projects of a maker.
-- Return a row only if the viewer may see the project: everyone if it is published or archived and not private,
-- otherwise its members. A null viewer is anonymous. Nobody sees deleted projects or projects of deleted makers.
-- Membership is a scalar subquery, not `exists`. Next to an `or`, `exists` was planned as a hash of all memberships of
-- the viewer, because most makers have few. It took 26 ms per key for a maker with 75,000.
select k.ord, f.*
from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k (handle, slug, viewer_id, ord)
cross join lateral (
    select p.project_id, {projects/summary.columns}, s.stars, p.published_at, p.body, p.links::text as links, p.version
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
