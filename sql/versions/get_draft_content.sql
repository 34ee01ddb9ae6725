select content::text as content from workflow_draft where workflow_id = $1
