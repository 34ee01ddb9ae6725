-- maker_handle_key and maker_email_key decide between concurrent registrations.
insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $6)
