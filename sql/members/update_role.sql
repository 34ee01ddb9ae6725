-- Requires the lock of lock_project. It waits for transactions that write with the old role.
update project_member set role = $3 where project_id = $1 and maker_id = $2
