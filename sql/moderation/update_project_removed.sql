-- Under the lock of lock_project. Everything that lists it follows the status by triggers.
update project
set status_before_removal = status, status = 'removed', version = version + 1, updated_at = $2
where project_id = $1 and status <> 'removed'
