-- Batched lookups by maker_handle_key and collection_slug_key. Only the maker can see a private or removed collection;
-- a null viewer is anonymous. Nobody can see the collections of a deleted maker.
select
    k.ord, f.collection_id, f.handle, f.display_name, f.avatar_url, f.slug, f.title, f.description, f.visibility, f.items,
    f.removed, f.version, f.created_at, f.updated_at
from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k (handle, slug, viewer_id, ord)
cross join lateral (
    select
        c.collection_id, o.handle, o.display_name, o.avatar_url, c.slug, c.title, c.description, c.visibility, c.items,
        c.removed_at is not null as removed, c.version, c.created_at, c.updated_at
    from maker o
    join collection c on c.maker_id = o.maker_id
    where
        o.handle = k.handle and o.status <> 'deleted' and c.slug = k.slug
        and ((c.visibility <> 'private' and c.removed_at is null) or c.maker_id = k.viewer_id)
    limit 1
) f
