select registration_id, email, handle
from registration
where registration_id = $1 and maker_id is null and expires_at > $2
