-- Run after rotate_session returns no row. If the token's successor is in use, one of the two holders is a thief.
update session
set revoked_at = $3
where session_id = $1 and counter > $2 and revoked_at is null and expires_at > $3
returning maker_id
