-- List all workflows of a project, including workflows without a version. The workflow quota limits the list.
select workflow_id, slug, title, summary, head_number from workflow where project_id = $1 order by workflow_id
