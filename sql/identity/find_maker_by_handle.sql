select maker_id, role, status from maker where handle = $1 and status <> 'deleted'
