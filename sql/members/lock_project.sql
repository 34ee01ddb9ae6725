-- find_project for one who changes who may work on it. The project first, always: whatever counts or changes members
-- and invitations does so one at a time. The caller's own row too ("share"): a role that was taken away while this
-- waited is seen, and one that is held stays until the commit.
select p.project_id, p.owner_id, p.slug, p.status, m.role
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and m.maker_id = $3
for no key update of p
for share of m
