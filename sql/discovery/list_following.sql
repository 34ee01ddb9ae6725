-- Return the makers that a maker follows, newest follow first: follow_maker_since_idx from the cursor's position.
-- Departed makers are omitted while a job deletes their stars and follows. For the inner limit, see
-- projects/list_newest.
select page.*
from (
    select t.followed_id as maker_id, m.handle, m.display_name, m.avatar_url, t.created_at as since
    from follow_maker t
    join maker m on m.maker_id = t.followed_id and m.status <> 'deleted'
    where t.maker_id = $1 and (t.created_at, t.followed_id) < ($2, $3)
    order by t.created_at desc, t.followed_id desc
    limit 101
) page
order by page.since desc, page.maker_id desc
limit $4
