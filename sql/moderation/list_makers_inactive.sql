-- Same as list_makers, for suspended or deleted makers, by maker_inactive_idx.
select page.*
from (
    select
        m.maker_id, m.handle, m.display_name, m.role, m.status,
        (select count(*) from project p where p.owner_id = m.maker_id) as projects, m.created_at
    from maker m
    where m.status = $1 and m.status <> 'active' and ($2::text is null or m.role = $2) and m.maker_id < $3
    order by m.maker_id desc
    limit 101
) page
order by page.maker_id desc
limit $4
