-- Return the newest workflows first (ids are UUIDv7): a scan of tool_use's key, which contains only listed workflows.
-- For the inner limit, see projects/list_newest.
select {versions/workflow.columns}
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
