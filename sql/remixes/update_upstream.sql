-- Under the lock of workflows/lock_workflow: the base of the next pull.
update workflow set upstream_version_id = $2 where workflow_id = $1
