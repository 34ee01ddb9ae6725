-- Read after a change, in the same transaction. The caller has checked access.
select
    w.workflow_id, w.project_id, o.handle, p.slug as project, w.slug, w.title, w.summary, w.head_number,
    coalesce(h.steps, 0) as steps, coalesce(h.variables, 0) as variables, w.forked_from_version_id,
    w.forked_from_handle, w.forked_from_project, w.forked_from_workflow, w.forked_from_title, w.forked_from_number,
    exists (select from unnamed_source u where u.version_id = w.forked_from_version_id) as is_source_unnamed,
    w.version, w.created_at, w.updated_at
from workflow w
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
left join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
where w.workflow_id = $1
