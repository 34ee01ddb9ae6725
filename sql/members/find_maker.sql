select maker_id from maker where handle = $1 and status <> 'deleted'
