-- Reads by the primary key and ignores responses older than $4.
select body_hash, status, headers::text, body
from idempotency_key
where maker_id = $1
    and route = $2
    and key = $3
    and created_at > $4
