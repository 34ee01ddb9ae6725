-- Look up one item by its key. The caller asks only if the collection may be full.
select exists (select from collection_item where collection_id = $1 and project_id = $2)
