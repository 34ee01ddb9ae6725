-- Return new versions in followed projects: the newest versions of each workflow of the 500 newest follows, along
-- workflow_version_number_key. A higher number is a later version. Projects that are no longer listed are omitted.
select
    p.project_id, {projects/summary.columns}, s.stars, p.published_at, n.created_at as at, n.version_id as item_id,
    w.slug as workflow, w.title as workflow_title, n.number, n.changelog
from (
    select f.project_id from follow_project f where f.maker_id = $1
    order by f.created_at desc, f.project_id desc limit 500
) f
join project_listed l on l.project_id = f.project_id
join project p on p.project_id = f.project_id
join maker o on o.maker_id = p.owner_id
join project_stats s on s.project_id = p.project_id
join workflow w on w.project_id = f.project_id
cross join lateral (
    select v.version_id, v.created_at, v.number, v.changelog
    from workflow_version v
    where v.workflow_id = w.workflow_id and v.author_id <> $1 and (v.created_at, v.version_id) < ($2, $3)
    order by v.number desc
    limit $4
) n
order by n.created_at desc, n.version_id desc
limit $4
