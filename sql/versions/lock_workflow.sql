-- Lock the workflow for a maker with one of these roles ($5). Other writers of the workflow wait for this lock. The
-- head version is not joined: after a wait, the join would use the old head and return no row.
-- The share locks on the project and the membership come first. They make a concurrent removal of the role or
-- archiving visible after the wait, and block both until the commit.
select w.workflow_id, w.project_id, p.status, w.slug, w.title, w.summary, w.head_number, w.version
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
join workflow w on w.project_id = p.project_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and w.slug = $3
    and m.maker_id = $4 and m.role = any($5)
for share of p, m
for no key update of w
