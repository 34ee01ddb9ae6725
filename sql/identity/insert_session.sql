-- Requires the verified password hash and an active maker. The share lock makes a concurrent password change,
-- suspension or deletion wait. Those end the sessions after they update the maker, so they also end this session.
with holder as (
    select maker_id from maker where maker_id = $2 and password_hash = $3 and status = 'active' for share
)
insert into session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at, expires_at)
select $1, maker_id, $4, $5, $6, $7, $8, $8, $9 from holder
returning session_id
