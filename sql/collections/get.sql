-- Return a collection in the form of `find`, after a write in the same transaction.
select
    c.collection_id, o.handle, o.display_name, o.avatar_url, c.slug, c.title, c.description, c.visibility, c.items,
    c.removed_at is not null as removed, c.version, c.created_at, c.updated_at
from collection c
join maker o on o.maker_id = c.maker_id
where c.collection_id = $1
