-- Find a collection in any state, for admins.
select c.collection_id from maker o join collection c on c.maker_id = o.maker_id where o.handle = $1 and c.slug = $2
