-- Whether there is one that somebody who is not its maker may see, or its maker.
select exists (
    select from collection c
    join maker o on o.maker_id = c.maker_id
    where
        o.handle = $1 and o.status <> 'deleted' and c.slug = $2
        and ((c.visibility <> 'private' and c.removed_at is null) or c.maker_id = $3)
)
