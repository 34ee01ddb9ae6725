-- Locked, so that two clicks on one link make one maker: the second waits and finds maker_id set.
select registration_id, email, handle, display_name, password_hash, maker_id
from registration
where registration_id = $1 and expires_at > $2
for update
