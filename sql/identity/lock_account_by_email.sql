-- As find_account_by_email, holding the row: an e-mail change that is under way commits first, and then this finds no
-- row, so that no link of the account goes to an address it has just left.
select maker_id, email, handle, display_name, status
from maker
where lower(email collate "C") = lower($1 collate "C")
for no key update
