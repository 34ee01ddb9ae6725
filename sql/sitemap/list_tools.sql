-- Return one sitemap file of tools, ordered by slug after $2.
select count(*)::integer as urls, max(n.key) as last, string_agg(n.line, e'\n' order by n.key) as lines
from (
    select
        t.slug as key,
        '<url><loc>' || $1::text || '/tools/' || t.slug || '</loc><lastmod>' || to_char(t.updated_at at time zone 'UTC', 'YYYY-MM-DD') || '</lastmod></url>' as line
    from tool t
    where t.slug > $2::text
    order by t.slug
    limit $3
) n
