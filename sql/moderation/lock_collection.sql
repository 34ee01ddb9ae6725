-- Like lock_project: what is in it stays as it is.
select collection_id, maker_id as owner_id, removed_at from collection where collection_id = $1 for no key update
