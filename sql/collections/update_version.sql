-- Under the lock of lock: something in it has changed.
update collection set version = version + 1, updated_at = $2 where collection_id = $1
