-- By its key, for one that may be full.
select exists (select from collection_item where collection_id = $1 and project_id = $2)
