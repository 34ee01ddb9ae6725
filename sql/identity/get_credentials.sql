select handle, display_name, email, password_hash, status from maker where maker_id = $1 and status <> 'deleted'
