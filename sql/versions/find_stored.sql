select content::text as content from workflow_version where workflow_id = $1 and number = $2
