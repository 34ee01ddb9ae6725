-- Delete the project, or restore it if $2 is null. Requires the lock of lock_for or lock_deleted.
update project set deleted_at = $2, version = version + 1, updated_at = $3 where project_id = $1
