-- Insert a workflow and its draft from a version that lock_source has locked, with the names of the source. The names
-- are empty without $7, because the readers of the fork may not know them. copy_version then adds version 1 in the
-- same transaction.
with made as (
    insert into workflow (
        workflow_id, project_id, slug, title, summary, root_workflow_id, forked_from_version_id, forked_from_handle,
        forked_from_project, forked_from_workflow, forked_from_title, forked_from_number, upstream_version_id,
        created_at, updated_at
    )
    select
        $1, $2, $3, w.title, w.summary, w.root_workflow_id, v.version_id, n.handle, n.project, n.workflow, n.title,
        v.number, v.version_id, $6, $6
    from workflow_version v
    join workflow w on w.workflow_id = v.workflow_id
    join project p on p.project_id = w.project_id
    join maker o on o.maker_id = p.owner_id
    cross join lateral (
        select
            case when $7::boolean then o.handle else '' end as handle,
            case when $7 then p.slug else '' end as project,
            case when $7 then w.slug else '' end as workflow,
            case when $7 then w.title else '' end as title
    ) n
    where v.version_id = $4
    returning workflow_id, forked_from_version_id, created_at
)

insert into workflow_draft (workflow_id, content, content_hash, updated_at, updated_by)
select made.workflow_id, v.content, v.content_hash, made.created_at, $5
from made
join workflow_version v on v.version_id = made.forked_from_version_id
