-- Return the newest workflows first (ids are UUIDv7): a scan of tool_use's key, which contains only listed workflows.
-- For the inner limit, see projects/list_newest.
select
    w.workflow_id, w.project_id, o.handle, p.slug as project, w.slug, w.title, w.summary, w.head_number, h.steps,
    h.variables, w.forked_from_version_id, w.forked_from_handle, w.forked_from_project, w.forked_from_workflow,
    w.forked_from_title, w.forked_from_number,
    exists (select from unnamed_source u where u.version_id = w.forked_from_version_id) as is_source_unnamed,
    w.version, w.created_at, w.updated_at
from (
    select u.workflow_id
    from tool_use u
    where u.tool_id = $1 and u.workflow_id < $2
    order by u.workflow_id desc
    limit 101
) picked
join workflow w on w.workflow_id = picked.workflow_id
join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
order by picked.workflow_id desc
limit $3
