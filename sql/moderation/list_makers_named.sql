-- Same as list_makers, for a prefix of the handle, sorted by handle (maker_handle_prefix_idx). "{" sorts after every
-- character that a handle can contain.
select page.*
from (
    select
        m.maker_id, m.handle, m.display_name, m.role, m.status,
        (select count(*) from project p where p.owner_id = m.maker_id) as projects, m.created_at
    from maker m
    where
        m.handle collate "C" > $4 and m.handle collate "C" >= $1 and m.handle collate "C" < $1 || '{'
        and ($2::text is null or m.status = $2) and ($3::text is null or m.role = $3)
    order by m.handle collate "C"
    limit 101
) page
order by page.handle collate "C"
limit $5
