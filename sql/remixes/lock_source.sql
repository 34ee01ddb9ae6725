-- Lock the version to fork, by number, by label, or the latest when both are null. Access rule: versions/find_version.
-- The query waits for a concurrent delete of the workflow and then finds no row.
select
    v.version_id, v.number, w.workflow_id, w.title, p.project_id, p.owner_id, o.handle, p.slug as project, w.slug,
    p.status, p.visibility <> 'private' and p.status in ('published', 'archived') as is_out
from maker o
join project p on p.owner_id = o.maker_id
join workflow w on w.project_id = p.project_id
join workflow_version v on v.workflow_id = w.workflow_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and w.slug = $3
    and v.number = case
        when $4::integer is not null then $4
        when $5::text is null then w.head_number
        else (select l.number from workflow_label l where l.workflow_id = w.workflow_id and l.name = $5)
    end
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $6)
    )
for key share of w, v
