-- Return the pending invitation of an invitee, by invitation_maker_key or invitation_email_key. One of $2 and $3 is
-- null.
select i.invitation_id, m.handle, i.email, i.role, i.created_at, i.expires_at
from invitation i
left join maker m on m.maker_id = i.maker_id
where
    i.project_id = $1 and i.ended_at is null
    and (i.maker_id = $2 or lower(i.email collate "C") = lower($3 collate "C"))
