-- After recount_remixes, under the lock of lock_project_counts, in a statement of its own, which sees all that was committed before. `hot` and
-- the ranked lists follow by triggers.
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
