-- Held in place: a workflow that is being deleted is waited for, and then its versions are found to be gone.
select version_id, content::text as content from workflow_version where version_id = any($1) for key share
