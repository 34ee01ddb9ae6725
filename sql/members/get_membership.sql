-- Return a member's view of a project. Return no row if the owner's account is deleted.
select o.handle, o.display_name, o.avatar_url, p.slug, p.title, m.role, m.created_at
from project_member m
join project p on p.project_id = m.project_id
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
where m.project_id = $1 and m.maker_id = $2
