-- Requires the lock of `lock`.
delete from collection where collection_id = $1
