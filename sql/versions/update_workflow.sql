-- Under the lock of lock_workflow. A slug of another workflow is refused by workflow_slug_key.
update workflow
set slug = $2, title = $3, summary = $4, version = version + 1, updated_at = $5
where workflow_id = $1
