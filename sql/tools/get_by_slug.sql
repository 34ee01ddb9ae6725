-- Batched lookups by tool_slug_key.
select
    k.ord, t.tool_id, t.slug, t.name, t.vendor, t.url, t.kind, t.description, coalesce(s.used_by, 0) as used_by,
    t.version, t.created_at, t.updated_at
from unnest($1::text[]) with ordinality as k (slug, ord)
join tool t on t.slug = k.slug
left join tool_stats s on s.tool_id = t.tool_id
