select session_id from session where maker_id = $1 and revoked_at is null and expires_at > $2
