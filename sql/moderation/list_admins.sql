-- Same as list_makers, for admins only, by maker_admin_idx.
select page.*
from (
    select
        m.maker_id, m.handle, m.display_name, m.role, m.status,
        (select count(*) from project p where p.owner_id = m.maker_id) as projects, m.created_at
    from maker m
    where m.role = 'admin' and ($1::text is null or m.status = $1) and m.maker_id < $2
    order by m.maker_id desc
    limit 101
) page
order by page.maker_id desc
limit $3
