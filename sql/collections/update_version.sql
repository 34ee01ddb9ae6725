-- Requires the lock of `lock`. Increments the version after a change of the items.
update collection set version = version + 1, updated_at = $2 where collection_id = $1
