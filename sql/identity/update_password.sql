-- Requires the verified hash: of two concurrent changes, one succeeds and the other returns no row.
update maker
set password_hash = $3, updated_at = $4
where maker_id = $1 and password_hash = $2 and status <> 'deleted'
returning maker_id
