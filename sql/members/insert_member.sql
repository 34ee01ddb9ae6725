insert into project_member (project_id, maker_id, role, created_at) values ($1, $2, $3, $4)
