-- The caller holds the lock of lock_workflow. The foreign keys delete the draft, the versions and the labels. Forks
-- stay and keep the names of their source.
delete from workflow where workflow_id = $1
