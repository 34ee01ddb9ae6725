-- Lock the collection as in lock_project. Its items do not change until the commit.
select collection_id, maker_id as owner_id, removed_at from collection where collection_id = $1 for no key update
