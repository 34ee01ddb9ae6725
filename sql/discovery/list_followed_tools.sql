-- Uses follow_tool_since_idx from the cursor's position. For the inner limit, see projects/list_newest.
select page.*
from (
    select t.tool_id as key, n.slug, n.name, t.created_at as since
    from follow_tool t
    join tool n on n.tool_id = t.tool_id
    where t.maker_id = $1 and (t.created_at, t.tool_id) < ($2, $3)
    order by t.created_at desc, t.tool_id desc
    limit 101
) page
order by page.since desc, page.key desc
limit $4
