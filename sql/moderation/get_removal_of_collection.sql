-- Return why a collection was removed, for its maker.
select r.reason, r.note, r.removed_at
from maker o
join collection c on c.maker_id = o.maker_id
join removal r on r.collection_id = c.collection_id
where o.handle = $1 and c.slug = $2 and c.maker_id = $3 and c.removed_at is not null
