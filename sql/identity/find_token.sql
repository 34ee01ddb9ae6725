-- Uses both primary keys. Links of a deleted maker are invalid.
select t.token_id, t.maker_id, m.handle, m.display_name, m.email, t.new_email, t.used_at
from one_time_token t
join maker m on m.maker_id = t.maker_id
where t.token_id = $1 and t.purpose = $2 and t.expires_at > $3 and m.status <> 'deleted'
