-- Set the base of the next pull. The caller holds the lock of versions/lock_workflow.
update workflow set upstream_version_id = $2 where workflow_id = $1
