-- Same as list_makers, for the maker with this e-mail address (maker_email_key). Returns at most one row.
select
    m.maker_id, m.handle, m.display_name, m.role, m.status,
    (select count(*) from project p where p.owner_id = m.maker_id) as projects, m.created_at
from maker m
where
    lower(m.email collate "C") = lower($1 collate "C")
    and ($2::text is null or m.status = $2) and ($3::text is null or m.role = $3)
