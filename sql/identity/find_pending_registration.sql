-- Finds the latest pending registration, to resend its mail (registration_email_idx).
select registration_id
from registration
where lower(email collate "C") = lower($1 collate "C") and maker_id is null and expires_at > $2
order by created_at desc
limit 1
