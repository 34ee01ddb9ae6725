update maker
set handle = $2, display_name = $3, bio = $4, links = $5::jsonb, avatar_url = $6, version = version + 1, updated_at = $7
where maker_id = $1 and status <> 'deleted'
returning
    maker_id, handle, email, display_name, bio, links::text as links, avatar_url, role, version, created_at, updated_at
