-- The workflow for a maker who has one of these roles in its project; whoever changes it next waits here. The head's
-- columns are not joined: after a wait they would be those of before it, and the row would be lost.
-- The project and their own row first, shared by all who write: a role that was taken away or an archive that came
-- while this waited is seen, and none comes before the commit.
select
    w.workflow_id, w.project_id, p.status, w.slug, w.title, w.summary, w.head_number, w.version,
    w.upstream_version_id
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
join workflow w on w.project_id = p.project_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and w.slug = $3
    and m.maker_id = $4 and m.role = any($5)
for share of p, m
for no key update of w
