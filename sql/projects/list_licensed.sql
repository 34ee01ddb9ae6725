-- List the newest projects with a license by project_license_idx from the cursor position. Inner limit: see list_newest.
select page.*
from (
    select p.project_id, {projects/summary.columns}, s.stars, p.published_at
    from project p
    join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
    join project_stats s on s.project_id = p.project_id
    where
        p.license = $1 and p.status = 'published' and p.visibility = 'public' and p.deleted_at is null
        and (p.published_at, p.project_id) < ($2, $3)
    order by p.published_at desc, p.project_id desc
    limit 101
) page
order by page.published_at desc, page.project_id desc
limit $4
