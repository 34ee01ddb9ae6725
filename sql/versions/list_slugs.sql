select slug from workflow where project_id = $1
