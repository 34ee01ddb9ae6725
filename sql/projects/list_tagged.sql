-- List the newest projects with a tag. Scan the key of project_tag, which contains only listed projects (see
-- migrations/0005). Inner limit: see list_newest.
select page.*
from (
    select t.project_id, {projects/summary.columns}, s.stars, t.published_at
    from project_tag t
    join project p on p.project_id = t.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = p.project_id
    where t.tag = $1 and (t.published_at, t.project_id) < ($2, $3)
    order by t.published_at desc, t.project_id desc
    limit 101
) page
order by page.published_at desc, page.project_id desc
limit $4
