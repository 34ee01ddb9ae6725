update maker
set password_hash = $2, updated_at = $3
where maker_id = $1 and status <> 'deleted'
returning email
