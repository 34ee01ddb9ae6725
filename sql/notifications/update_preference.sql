update notification_preference
set muted = $2, unmailed = $3, digest = $4, digest_at = $5, version = version + 1
where maker_id = $1
