select exists (select from collection_item where collection_id = $1 and project_id = $2)
