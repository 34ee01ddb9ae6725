-- Uses maker_email_key. Deleted accounts have no address.
select maker_id, email, handle, display_name, status
from maker
where lower(email collate "C") = lower($1 collate "C")
