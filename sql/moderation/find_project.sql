-- Return a project, or a workflow in it if $3 is set, for a reporter. Same access check as versions/find_workflow.
select coalesce(w.workflow_id, p.project_id) as target_id, p.owner_id, p.status
from maker o
join project p on p.owner_id = o.maker_id
left join workflow w on w.project_id = p.project_id and w.slug = $3
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null
    and ($3::text is null or w.workflow_id is not null)
    and (
        (
            p.visibility <> 'private' and p.status in ('published', 'archived')
            and ($3::text is null or w.head_number is not null)
        )
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $4)
    )
