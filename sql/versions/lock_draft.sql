-- Lock only the draft, for a maker with one of these roles ($5), so that saving a draft does not wait for a new
-- version.
-- The share locks on the project and the membership come first. They make a concurrent removal of the role or
-- archiving visible after the wait, and block both until the commit.
select d.workflow_id, d.version, p.status
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
join workflow w on w.project_id = p.project_id
join workflow_draft d on d.workflow_id = w.workflow_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and w.slug = $3
    and m.maker_id = $4 and m.role = any($5)
for share of p, m
for no key update of d
