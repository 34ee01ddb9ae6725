-- tool_name_key from the cursor's place. PostgreSQL makes both lower case, so that the cursor holds the name itself.
-- The catalogue is what people wrote by hand: a filter needs no index.
select
    t.tool_id, t.slug, t.name, t.vendor, t.url, t.kind, t.description, coalesce(s.used_by, 0) as used_by, t.version,
    t.created_at, t.updated_at
from tool t
left join tool_stats s on s.tool_id = t.tool_id
where ($1::text is null or t.kind = $1) and lower(t.name) > lower($2)
order by lower(t.name)
limit $3
