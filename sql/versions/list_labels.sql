-- All of a workflow's labels (there are few), for one who sees it.
select name, number, updated_at from workflow_label where workflow_id = $1 order by name
