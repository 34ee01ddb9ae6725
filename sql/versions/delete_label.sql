delete from workflow_label where workflow_id = $1 and name = $2
