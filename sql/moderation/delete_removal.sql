delete from removal where project_id = $1 and comment_id is not distinct from $2
