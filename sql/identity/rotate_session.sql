-- Rotates a refresh token in one update of one row. Concurrent calls wait for the row lock, and each sees the row as
-- its predecessor left it. The first increments the counter. The others hold the direct parent ($2 is counter - 1) of
-- a token created since $4 and get the same successor.
-- A counter ahead of the row's was issued before a backup was restored; rotation continues from that counter.
-- Returns no row when the session has ended or the token is older (see revoke_reused_session).
update session s
set counter = case when s.counter <= $2 then $2 + 1 else s.counter end,
    rotated_at = case when s.counter <= $2 then $3 else s.rotated_at end,
    last_used_at = $3,
    ip = $6,
    network = $7,
    expires_at = least($5, s.created_at + $8::interval)
from maker m
where s.session_id = $1
    and m.maker_id = s.maker_id
    and m.status = 'active'
    and s.revoked_at is null
    and s.expires_at > $3
    and (s.counter <= $2 or (s.counter = $2 + 1 and s.rotated_at >= $4))
returning s.maker_id, s.counter, m.role
