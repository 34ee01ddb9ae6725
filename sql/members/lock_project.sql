-- Lock the project for a change of members or invitations. The project is always locked first, which serializes all
-- counts and changes of members and invitations. `share` locks the caller's row: a role revoked during the wait is
-- seen, and a role that is held stays until the commit.
select p.project_id, p.owner_id, p.slug, p.status, m.role
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and m.maker_id = $3
for no key update of p
for share of m
