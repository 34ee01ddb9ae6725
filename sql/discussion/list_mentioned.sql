-- Return the makers that exist for these handles (maker_handle_key).
select maker_id, handle from maker where handle = any($1) and status <> 'deleted'
