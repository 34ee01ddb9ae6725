-- Remove the collection, or restore it if $2 is null. Requires the lock of lock_collection.
update collection set removed_at = $2, version = version + 1, updated_at = $3 where collection_id = $1
