-- Lock the project for a maker with one of these roles ($4). The lock serializes inserts of workflows, so that the
-- limit per project holds. It also locks the membership row: see projects/lock_for.
select p.project_id, m.role, p.status
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and m.maker_id = $3
    and m.role = any($4)
for no key update of p
for share of m
