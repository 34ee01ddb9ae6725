-- Switches between active and suspended. A deleted account stays deleted.
update maker
set status = $2, version = version + 1, updated_at = $3
where maker_id = $1 and status <> 'deleted'
returning maker_id
