-- Run after both role changes, in the same transaction.
update project set owner_id = $2, version = version + 1, updated_at = $3 where project_id = $1
