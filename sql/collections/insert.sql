-- Null when the maker has a collection of this slug: what a concurrent insert holds is waited for.
insert into collection (collection_id, maker_id, slug, title, description, visibility, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $7)
on conflict on constraint collection_slug_key do nothing
returning collection_id
