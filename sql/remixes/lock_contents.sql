-- Lock the versions against deletion. The query waits for a concurrent delete of the workflow and then finds no rows.
select version_id, content::text as content from workflow_version where version_id = any($1) for key share
