-- Counts of 0011_discovery and 0013_discussion. Each table is read once. Requires insert_commenters and
-- insert_counted_remixes.
insert into project_stats (project_id, stars, forks, comments, commenters, hot)
select
    p.project_id, n.stars, n.forks, n.comments, n.commenters, hot_of(n.stars, n.forks, n.commenters, p.published_at)
from project p
left join (select s.project_id, count(*)::integer as stars from star s group by s.project_id) s
    on s.project_id = p.project_id
left join (
    select r.source_project_id as project_id, count(*)::integer as forks
    from counted_remix r
    group by r.source_project_id
) f on f.project_id = p.project_id
left join (
    select c.project_id, sum(c.comments)::integer as comments, count(*)::integer as commenters
    from project_commenter c
    group by c.project_id
) c on c.project_id = p.project_id
cross join lateral (
    select
        coalesce(s.stars, 0) as stars, coalesce(f.forks, 0) as forks, coalesce(c.comments, 0) as comments,
        coalesce(c.commenters, 0) as commenters
) n
