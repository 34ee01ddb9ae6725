-- Requires the lock of lock_project. An expired invitation must not block a new one.
delete from invitation where project_id = $1 and expires_at <= $2
