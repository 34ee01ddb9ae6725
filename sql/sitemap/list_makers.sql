-- Return one sitemap file of makers, ordered by id after $2.
select count(*)::integer as urls, max(n.key) as last, string_agg(n.line, e'\n' order by n.key) as lines
from (
    select
        m.maker_id::text as key,
        '<url><loc>' || $1::text || '/makers/' || m.handle || '</loc><lastmod>' || to_char(m.updated_at at time zone 'UTC', 'YYYY-MM-DD') || '</lastmod></url>' as line
    from maker m
    where m.maker_id > $2::text::uuid and m.status = 'active'
    order by m.maker_id
    limit $3
) n
