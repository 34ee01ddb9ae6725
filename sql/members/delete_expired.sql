-- Under the lock of lock_project: what has expired does not stand in the way of a new one.
delete from invitation where project_id = $1 and expires_at <= $2
