-- Return suggestions as a queue, oldest first: ids are UUIDv7 (tool_suggestion_status_idx). For the inner limit, see
-- projects/list_newest.
select page.*
from (
    select
        g.suggestion_id, m.handle, g.name, g.url, g.kind, g.note, g.status, g.reason, t.slug as tool, g.created_at,
        g.decided_at
    from tool_suggestion g
    join maker m on m.maker_id = g.maker_id
    left join tool t on t.tool_id = g.tool_id
    where g.status = $1 and g.suggestion_id > $2
    order by g.suggestion_id
    limit 101
) page
order by page.suggestion_id
limit $3
