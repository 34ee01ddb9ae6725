-- Return the last counts of the worker. Tags and tools that no longer exist are omitted.
select t.kind, t.name, coalesce(n.name, t.name) as title, t.score, t.recent, t.before, t.counted_at
from trending t
left join tool n on t.kind = 'tool' and n.slug = t.name
left join tag g on t.kind = 'tag' and g.name = t.name and g.projects > 0
where t.kind = $1 and (n.tool_id is not null or g.name is not null)
order by t.score desc, t.name
limit $2
