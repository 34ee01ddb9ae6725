-- The project a workflow is in.
select project_id from workflow where workflow_id = $1
