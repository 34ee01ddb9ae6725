-- List the projects of a member from the cursor position, by project_member_maker_since_idx. The index needs no sort
-- for any filter. $2 is a role or null for any; $3 is a status, 'deleted', or null for any.
-- Only the owner sees a deleted project that can be restored. The lateral join with a limit plans each project as one
-- lookup. Without it, the planner considers the filter so selective that it reads and sorts all rows. Inner limit: see
-- list_newest.
select page.*
from (
    select m.project_id, f.*, m.role, m.created_at as since
    from project_member m
    cross join lateral (
        select {projects/summary.columns}, s.stars, p.published_at, p.deleted_at
        from project p
        join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
        join project_stats s on s.project_id = p.project_id
        where
            p.project_id = m.project_id
            and (p.deleted_at is null or (m.role = 'owner' and p.deleted_at > $4))
            and ($3::text is null or case when p.deleted_at is null then p.status else 'deleted' end = $3)
        limit 1
    ) f
    where m.maker_id = $1 and ($2::text is null or m.role = $2) and (m.created_at, m.project_id) < ($5, $6)
    order by m.created_at desc, m.project_id desc
    limit 101
) page
order by page.since desc, page.project_id desc
limit $7
