-- The draft and its last editor, for a member of the project in any role.
select
    d.workflow_id, d.content::text as content, d.version, d.content_hash is distinct from h.content_hash as changed,
    d.updated_at, u.handle, u.display_name
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
join workflow w on w.project_id = p.project_id
join workflow_draft d on d.workflow_id = w.workflow_id
join maker u on u.maker_id = d.updated_by
left join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and w.slug = $3
    and m.maker_id = $4
