-- Requires the lock of lock_project. Triggers update everything that lists the project.
update project
set status_before_removal = status, status = 'removed', version = version + 1, updated_at = $2
where project_id = $1 and status <> 'removed'
