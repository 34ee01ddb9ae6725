-- List makers, newest first (ids are UUIDv7), by a backward scan of the key. Most makers are active and no admins, so
-- the filters discard few rows. Inner limit: see projects/list_newest.
select page.*
from (
    select
        m.maker_id, m.handle, m.display_name, m.role, m.status,
        (select count(*) from project p where p.owner_id = m.maker_id) as projects, m.created_at
    from maker m
    where
        m.maker_id < $3 and ($1::text is null or m.status = $1) and ($2::text is null or m.role = $2)
    order by m.maker_id desc
    limit 101
) page
order by page.maker_id desc
limit $4
