-- Batched lookups by maker_handle_key and collection_slug_key. Only the maker can see a private or removed collection;
-- a null viewer is anonymous. Nobody can see the collections of a deleted maker.
select k.ord, f.*
from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k (handle, slug, viewer_id, ord)
cross join lateral (
    select {collections/collection.columns} from maker o
    join collection c on c.maker_id = o.maker_id
    where
        o.handle = k.handle and o.status <> 'deleted' and c.slug = k.slug
        and ((c.visibility <> 'private' and c.removed_at is null) or c.maker_id = k.viewer_id)
    limit 1
) f
