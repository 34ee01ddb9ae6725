-- After rotate_session refused: a token whose successor is in use has been stolen, or its holder has.
update session
set revoked_at = $3
where session_id = $1 and counter > $2 and revoked_at is null and expires_at > $3
returning maker_id
