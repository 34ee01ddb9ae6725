-- Return whether the collection exists and the viewer can see it.
select exists (
    select from collection c
    join maker o on o.maker_id = c.maker_id
    where
        o.handle = $1 and o.status <> 'deleted' and c.slug = $2
        and ((c.visibility <> 'private' and c.removed_at is null) or c.maker_id = $3)
)
