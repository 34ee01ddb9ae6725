-- Into the bin, or with null out of it; under the lock of lock_for or lock_deleted.
update project set deleted_at = $2, version = version + 1, updated_at = $3 where project_id = $1
