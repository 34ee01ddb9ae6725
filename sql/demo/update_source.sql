-- Make a workflow the remix of a version, with the source's current names. A trigger counts the remix. A remix of a
-- remix belongs to the family of the first workflow.
with source as (
    select v.version_id, v.number, s.slug, s.title, s.root_workflow_id, s.project_id, p.slug as project, m.handle
    from workflow_version v
    join workflow s on s.workflow_id = v.workflow_id
    join project p on p.project_id = s.project_id
    join maker m on m.maker_id = p.owner_id
    where v.workflow_id = $2 and v.number = $3
)

update workflow w
set
    root_workflow_id = source.root_workflow_id,
    forked_from_version_id = source.version_id,
    upstream_version_id = source.version_id,
    forked_from_handle = source.handle,
    forked_from_project = source.project,
    forked_from_workflow = source.slug,
    forked_from_title = source.title,
    forked_from_number = source.number
from source
where w.workflow_id = $1
