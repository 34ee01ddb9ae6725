select workflow_id from workflow where project_id = $1 and slug = $2
