-- The view defines the rows of tool_use (0008_tool_use). Requires insert_steps.
insert into tool_use (tool_id, workflow_id, published_at, project_id)
select t.tool_id, t.workflow_id, t.published_at, t.project_id from workflow_tool t
