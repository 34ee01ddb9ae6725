-- Under the lock of lock_for, which has settled who and which version. A slug of another project is refused by
-- project_slug_key.
update project
set
    slug = $2, title = $3, tagline = $4, body = $5, links = $6::jsonb, cover_url = $7, tags = $8,
    visibility = $9, version = version + 1, updated_at = $10
where project_id = $1
