-- Return public remixes of the workflows in followed projects: the newest remixes of each workflow, from its remix
-- family (workflow_root_workflow_id_idx, whose ids rise with time). A page reads at most 500 workflows of a family,
-- which bounds the cost of large families and of private remixes.
select
    p.project_id, {projects/summary.columns}, s.stars, p.published_at, n.created_at as at, n.workflow_id as item_id,
    n.slug as workflow, n.title as workflow_title, n.head_number as number, n.source
from (
    select
        r.created_at, r.workflow_id, r.slug, r.title, r.head_number, r.project_id, w.source
    from (
        select w.workflow_id, w.root_workflow_id, w.project_id, m.handle || '/' || q.slug as source
        from (
            select f.project_id from follow_project f where f.maker_id = $1
            order by f.created_at desc, f.project_id desc limit 500
        ) f
        join project_listed l on l.project_id = f.project_id
        join project q on q.project_id = f.project_id
        join maker m on m.maker_id = q.owner_id
        join workflow w on w.project_id = f.project_id
    ) w
    cross join lateral (
        select r.created_at, r.workflow_id, r.slug, r.title, r.head_number, r.project_id
        from (
            select
                x.created_at, x.workflow_id, x.slug, x.title, x.head_number, x.project_id, x.forked_from_version_id
            from workflow x
            where x.root_workflow_id = w.root_workflow_id and (x.created_at, x.workflow_id) < ($2, $3)
            order by x.workflow_id desc
            limit 500
        ) r
        join workflow_version v on v.version_id = r.forked_from_version_id and v.workflow_id = w.workflow_id
        join project_listed l on l.project_id = r.project_id
        join project q on q.project_id = r.project_id and q.owner_id <> $1
        where r.project_id <> w.project_id and r.head_number is not null
        order by r.workflow_id desc
        limit $4
    ) r
    order by r.created_at desc, r.workflow_id desc
    limit $4
) n
join project p on p.project_id = n.project_id
join maker o on o.maker_id = p.owner_id
join project_stats s on s.project_id = p.project_id
order by n.created_at desc, n.workflow_id desc
