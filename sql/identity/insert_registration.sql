insert into registration (registration_id, email, handle, display_name, password_hash, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)
