-- The caller holds the lock of lock_workflow. workflow_slug_key rejects the slug of another workflow.
update workflow
set slug = $2, title = $3, summary = $4, version = version + 1, updated_at = $5
where workflow_id = $1
