-- Return a workflow of a project in any state with its newest version, for admins.
select
    w.workflow_id, w.slug, w.title, w.summary, w.head_number, v.content::text as content,
    p.visibility <> 'private' and p.status in ('published', 'archived') and p.deleted_at is null
    and o.status <> 'deleted' and w.head_number is not null as is_out
from maker o
join project p on p.owner_id = o.maker_id
join workflow w on w.project_id = p.project_id
left join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
where o.handle = $1 and p.slug = $2 and w.slug = $3
