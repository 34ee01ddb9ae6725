-- The worker's daily sweep, by idempotency_key_created_at_idx.
delete from idempotency_key where created_at < $1
