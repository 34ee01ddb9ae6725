-- Requires the lock of `lock`. Finds the item by the project's address, even if the maker can no longer see the
-- project: makers can always remove their own items. Returns null if the project is not in the collection.
delete from collection_item i
using project p, maker o
where
    i.collection_id = $1 and p.project_id = i.project_id and p.slug = $3 and o.maker_id = p.owner_id and o.handle = $2
returning i.project_id
