-- Requires the lock of lock_for. published_at keeps the time of the first publication.
update project
set
    status = $2, version = version + 1, updated_at = $3,
    published_at = case when $2 = 'published' then coalesce(published_at, $3) else published_at end
where project_id = $1
