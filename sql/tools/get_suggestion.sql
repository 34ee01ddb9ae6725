-- Return the suggestion with its maker's handle and the slug of the resulting tool.
select
    g.suggestion_id, m.handle, g.name, g.url, g.kind, g.note, g.status, g.reason, t.slug as tool, g.created_at,
    g.decided_at
from tool_suggestion g
join maker m on m.maker_id = g.maker_id
left join tool t on t.tool_id = g.tool_id
where g.suggestion_id = $1
