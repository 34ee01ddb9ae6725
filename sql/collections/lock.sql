-- Lock the collection for its maker. The lock serializes changes of a collection and of its items.
select c.collection_id, c.slug, c.title, c.description, c.visibility, c.items, c.version,
    c.removed_at is not null as removed
from collection c
join maker o on o.maker_id = c.maker_id
where o.handle = $1 and c.slug = $2 and c.maker_id = $3
for no key update of c
