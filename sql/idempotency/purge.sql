-- Deletes one batch of expired rows (idempotency_key_created_at_idx).
with gone as (
    delete from idempotency_key
    where (maker_id, route, key) in (
        select maker_id, route, key from idempotency_key where created_at < $1
        order by created_at
        limit $2::bigint
    )
    returning maker_id
)

select count(*) from gone
