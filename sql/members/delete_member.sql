-- Requires the lock of lock_project. The WHERE clause protects the owner.
delete from project_member where project_id = $1 and maker_id = $2 and role <> 'owner'
