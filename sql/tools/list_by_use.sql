-- Sorts on read, because people write the catalogue and it is small. The count is negated, so that one row comparison
-- expresses the start position.
select
    t.tool_id, t.slug, t.name, t.vendor, t.url, t.kind, t.description, coalesce(s.used_by, 0) as used_by, t.version,
    t.created_at, t.updated_at
from tool t
left join tool_stats s on s.tool_id = t.tool_id
where
    ($1::text is null or t.kind = $1)
    and (-coalesce(s.used_by, 0), lower(t.name)) > (-$2::integer, lower($3))
order by -coalesce(s.used_by, 0), lower(t.name)
limit $4
