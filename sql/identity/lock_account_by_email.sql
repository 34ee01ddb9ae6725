-- Same as find_account_by_email, with a row lock. A concurrent e-mail change commits first and this finds no row, so no
-- link is sent to the former address.
select maker_id, email, handle, display_name, status
from maker
where lower(email collate "C") = lower($1 collate "C")
for no key update
