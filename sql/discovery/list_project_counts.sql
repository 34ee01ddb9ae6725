-- Return a batch of projects and whether a stored counter differs from the counted rows. One snapshot covers all
-- counts, so that they are comparable during concurrent stars and comments. Each count uses an index.
select
    s.project_id as counted_id,
    s.stars <> (select count(*) from star x where x.project_id = s.project_id)
    or s.comments <> (
        select count(*) from comment c
        where c.project_id = s.project_id and c.deleted_at is null and c.removed_at is null
    )
    or s.commenters <> (select count(*) from project_commenter c where c.project_id = s.project_id)
    or s.forks <> (select count(*) from counted_remix r where r.source_project_id = s.project_id)
    or s.forks <> (select count(*) from public_remix r where r.source_project_id = s.project_id)
    or s.hot is distinct from hot_of(s.stars, s.forks, s.commenters, p.published_at) as is_wrong
from project_stats s
join project p on p.project_id = s.project_id
where s.project_id > $1
order by s.project_id
limit $2
