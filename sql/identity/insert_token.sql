-- The job supplies the id, so a repeated delivery creates one token. Its lifetime starts at the last attempt to send
-- it. Inserts nothing for an inactive account.
insert into one_time_token (token_id, purpose, maker_id, new_email, created_at, expires_at)
select $1, $2, m.maker_id, $4, $5, $6
from maker m
where m.maker_id = $3 and m.status = 'active'
on conflict (token_id) do update set expires_at = excluded.expires_at where one_time_token.used_at is null
