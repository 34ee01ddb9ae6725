-- Under the lock of lock: MAX_ITEMS at most.
select project_id from collection_item where collection_id = $1
