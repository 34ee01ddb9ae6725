-- After both roles have changed, in their transaction.
update project set owner_id = $2, version = version + 1, updated_at = $3 where project_id = $1
