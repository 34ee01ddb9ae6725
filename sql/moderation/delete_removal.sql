delete from removal
where
    project_id is not distinct from $1 and comment_id is not distinct from $2
    and collection_id is not distinct from $3
