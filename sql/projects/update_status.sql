-- Under the lock of lock_for. The time of publishing is that of the first time.
update project
set
    status = $2, version = version + 1, updated_at = $3,
    published_at = case when $2 = 'published' then coalesce(published_at, $3) else published_at end
where project_id = $1
