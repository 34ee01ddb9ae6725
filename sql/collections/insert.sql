-- Return null if the maker already has a collection with this slug. The insert waits for a concurrent insert of the
-- same slug.
insert into collection (collection_id, maker_id, slug, title, description, visibility, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $7)
on conflict on constraint collection_slug_key do nothing
returning collection_id
