-- Finds another unused link of this purpose that works until $4 at least (one_time_token_maker_id_idx).
select token_id
from one_time_token
where maker_id = $1 and purpose = $2 and token_id <> $3 and used_at is null and expires_at >= $4
limit 1
