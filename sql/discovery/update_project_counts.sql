-- Under the lock of lock_project_counts, in a statement of its own, which sees all that was committed before. `hot` and
-- the ranked lists follow by triggers.
update project_stats s
set
    stars = (select count(*) from star x where x.project_id = s.project_id),
    comments = (
        select count(*) from comment c
        where c.project_id = s.project_id and c.deleted_at is null and c.removed_at is null
    ),
    commenters = (select count(*) from project_commenter c where c.project_id = s.project_id),
    forks = (
        select count(*)
        from workflow w
        join workflow_version v on v.workflow_id = w.workflow_id
        join workflow f on f.forked_from_version_id = v.version_id and f.project_id <> w.project_id
        where w.project_id = s.project_id
    )
where s.project_id = any($1)
