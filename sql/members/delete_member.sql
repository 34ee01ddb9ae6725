-- Under the lock of lock_project; the owner stays by the WHERE itself.
delete from project_member where project_id = $1 and maker_id = $2 and role <> 'owner'
