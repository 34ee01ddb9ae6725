-- Return the project of a workflow.
select project_id from workflow where workflow_id = $1
