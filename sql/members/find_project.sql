-- Return the project and the caller's role in it. Return no row if the caller is not a member.
select p.project_id, p.owner_id, p.slug, p.status, m.role
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and m.maker_id = $3
