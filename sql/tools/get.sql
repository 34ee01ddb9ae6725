-- Return a tool after a change in the same transaction.
select
    t.tool_id, t.slug, t.name, t.vendor, t.url, t.kind, t.description, coalesce(s.used_by, 0) as used_by, t.version,
    t.created_at, t.updated_at
from tool t
left join tool_stats s on s.tool_id = t.tool_id
where t.tool_id = $1
