-- Under the lock of lock_workflow. Drafts, versions and labels go with it; its forks stay, with what it was called.
delete from workflow where workflow_id = $1
