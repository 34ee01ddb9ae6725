-- Requires recount_remixes before it and the lock of lock_project_counts. A separate statement, so that its snapshot
-- contains all earlier commits. Triggers update `hot` and the ranked lists.
update project_stats s
set
    stars = (select count(*) from star x where x.project_id = s.project_id),
    comments = (
        select count(*) from comment c
        where c.project_id = s.project_id and c.deleted_at is null and c.removed_at is null
    ),
    commenters = (select count(*) from project_commenter c where c.project_id = s.project_id),
    forks = (select count(*) from counted_remix r where r.source_project_id = s.project_id)
where s.project_id = any($1)
