-- Returns the account and whether it was used from this network recently, in one round trip (session_maker_id_idx; a
-- maker has few sessions). Returns no row for an unknown address.
select
    m.maker_id, m.password_hash, m.status, m.role,
    exists (
        select from session s where s.maker_id = m.maker_id and s.network = $2 and s.last_used_at > $3
    ) as familiar
from maker m
where lower(m.email collate "C") = lower($1 collate "C")
