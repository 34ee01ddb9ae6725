-- Return the makers who starred a project, newest star first: star_project_idx from the cursor's position. Departed
-- makers are omitted while a job deletes their stars and follows. For the inner limit, see projects/list_newest.
select page.*
from (
    select t.maker_id, m.handle, m.display_name, m.avatar_url, t.created_at as since
    from star t
    join maker m on m.maker_id = t.maker_id and m.status <> 'deleted'
    where t.project_id = $1 and (t.created_at, t.maker_id) < ($2, $3)
    order by t.created_at desc, t.maker_id desc
    limit 101
) page
order by page.since desc, page.maker_id desc
limit $4
