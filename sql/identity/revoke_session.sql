-- Revokes only a session of this maker.
update session
set revoked_at = $3
where session_id = $1 and maker_id = $2 and revoked_at is null and expires_at > $3
returning session_id
