-- The draft alone, for a maker who has one of these roles in the project: a save waits for no version.
-- The project and their own row first, shared by all who write: a role that was taken away or an archive that came
-- while this waited is seen, and none comes before the commit.
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
