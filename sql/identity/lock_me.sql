-- Same as get_me, with a row lock: a change is merged into the current row.
select
    maker_id, handle, email, display_name, bio, links::text as links, avatar_url, role, version, created_at, updated_at
from maker
where maker_id = $1 and status <> 'deleted'
for no key update
