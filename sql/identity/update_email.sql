-- maker_email_key refuses an address that another maker has confirmed in the meantime.
update maker m
set email = $2, version = m.version + 1, updated_at = $3
from (select maker_id, email from maker where maker_id = $1 and status = 'active' for update) as before
where m.maker_id = before.maker_id
returning before.email
