-- By the primary key. An answer older than $4 no longer counts.
select body_hash, status, headers::text, body
from idempotency_key
where maker_id = $1
    and route = $2
    and key = $3
    and created_at > $4
