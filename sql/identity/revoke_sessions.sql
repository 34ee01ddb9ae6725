-- Revokes all sessions of a maker except $2 (null: no exception).
update session
set revoked_at = $3
where maker_id = $1 and revoked_at is null and expires_at > $3 and ($2::uuid is null or session_id <> $2)
returning session_id
