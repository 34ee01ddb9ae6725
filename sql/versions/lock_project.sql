-- The project for a maker who has one of these roles in it: no two put a workflow into it at once, so that they can be
-- counted. Their own row too: see projects/lock_for.
select p.project_id, m.role, p.status
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and m.maker_id = $3
    and m.role = any($4)
for no key update of p
for share of m
