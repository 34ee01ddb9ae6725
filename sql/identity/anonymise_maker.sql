-- Keeps the row for its references. Requires the verified password hash.
update maker
set handle = $3,
    email = null,
    display_name = 'Deleted maker',
    bio = '',
    links = '[]',
    avatar_url = null,
    role = 'maker',
    status = 'deleted',
    password_hash = null,
    version = version + 1,
    updated_at = $4
where maker_id = $1 and password_hash = $2 and status <> 'deleted'
returning maker_id
