-- Return a collection if the reporter can see it. Same access check as collections/find.
select c.collection_id as target_id, c.maker_id as owner_id, 'published' as status
from maker o
join collection c on c.maker_id = o.maker_id
where
    o.handle = $1 and o.status <> 'deleted' and c.slug = $2
    and ((c.visibility <> 'private' and c.removed_at is null) or c.maker_id = $3)
