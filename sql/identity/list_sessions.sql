-- session_maker_id_idx provides the order. Login limits the number of sessions to one page.
select session_id, device, user_agent, ip, created_at, last_used_at, expires_at
from session
where maker_id = $1 and revoked_at is null and expires_at > $2
order by last_used_at desc, session_id desc
