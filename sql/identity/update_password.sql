-- Only from the hash that was verified: of two changes at once one wins, and the other is told.
update maker
set password_hash = $3, updated_at = $4
where maker_id = $1 and password_hash = $2 and status <> 'deleted'
returning maker_id
