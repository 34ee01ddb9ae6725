-- Restore the former status. Requires the lock of lock_project.
update project
set
    status = coalesce(
        status_before_removal, case when published_at is null then 'draft' else 'published' end
    ),
    status_before_removal = null,
    version = version + 1,
    updated_at = $2
where project_id = $1 and status = 'removed'
