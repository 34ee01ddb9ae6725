-- Uses tool_name_key from the cursor's position. PostgreSQL lower-cases both sides, so that the cursor holds the name
-- itself. The filter needs no index, because people write the catalogue and it is small.
select
    t.tool_id, t.slug, t.name, t.vendor, t.url, t.kind, t.description, coalesce(s.used_by, 0) as used_by, t.version,
    t.created_at, t.updated_at
from tool t
left join tool_stats s on s.tool_id = t.tool_id
where ($1::text is null or t.kind = $1) and lower(t.name) > lower($2)
order by lower(t.name)
limit $3
