select role from project_member where project_id = $1 and maker_id = $2
