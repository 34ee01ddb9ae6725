-- Keeps the $2 most recently used sessions and ends the rest, so that the list fits one page (session_maker_id_idx).
update session
set revoked_at = $3
where session_id in (
    select s.session_id
    from session s
    where s.maker_id = $1 and s.revoked_at is null and s.expires_at > $3
    order by s.last_used_at desc, s.session_id desc
    offset $2::bigint
)
returning session_id
