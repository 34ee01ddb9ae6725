-- All workflows of a project, those without a version too: at most as many as a project holds.
select workflow_id, slug, title, summary, head_number from workflow where project_id = $1 order by workflow_id
