-- Former admins have audit log entries, too, so the role is not checked.
select maker_id from maker where handle = $1
