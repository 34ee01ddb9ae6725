-- Whether a maker may see a workflow, by the rule of find_workflow. A change by a maker who may only read is 403;
-- without read access it is 404.
select exists (
    select from maker o
    join project p on p.owner_id = o.maker_id
    join workflow w on w.project_id = p.project_id
    where
        o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and w.slug = $3
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived') and w.head_number is not null)
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $4)
        )
)
