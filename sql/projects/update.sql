-- Requires the lock of lock_for, under which the caller checks role and version. project_slug_key rejects a slug of
-- another project.
update project
set
    slug = $2, title = $3, tagline = $4, body = $5, links = $6::jsonb, cover_url = $7, tags = $8,
    license = $9, visibility = $10, version = version + 1, updated_at = $11
where project_id = $1
