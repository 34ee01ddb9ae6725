-- Under the lock of lock_project. Waits for who writes with the role they had.
update project_member set role = $3 where project_id = $1 and maker_id = $2
