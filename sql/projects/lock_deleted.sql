-- Lock a deleted project that its owner can still restore.
select p.project_id
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where o.handle = $1 and p.slug = $2 and p.deleted_at > $4 and m.maker_id = $3 and m.role = 'owner'
for no key update of p
for share of m
