-- For the admission check, when Redis does not know a session. A missing session is not live.
select
    s.session_id, s.maker_id, m.role, s.revoked_at is null and m.status = 'active' as live, s.expires_at
from session s
join maker m on m.maker_id = s.maker_id
where s.session_id = any ($1::uuid[])
