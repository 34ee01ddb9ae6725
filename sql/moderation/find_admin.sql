-- Whoever has this handle, an admin or one who was.
select maker_id from maker where handle = $1
