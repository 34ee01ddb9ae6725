insert into invitation (invitation_id, project_id, maker_id, email, role, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)
