-- Requires the lock of `lock`. Returns at most MAX_ITEMS rows.
select project_id from collection_item where collection_id = $1
