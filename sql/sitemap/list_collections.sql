-- Return one sitemap file of the collections visible to every visitor, ordered by id after $2.
select count(*)::integer as urls, max(n.key) as last, string_agg(n.line, e'\n' order by n.key) as lines
from (
    select
        c.collection_id::text as key,
        '<url><loc>' || $1::text || '/collections/' || o.handle || '/' || c.slug || '</loc><lastmod>' || to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD') || '</lastmod></url>' as line
    from collection c
    join maker o on o.maker_id = c.maker_id and o.status <> 'deleted'
    where c.collection_id > $2::text::uuid and c.visibility = 'public' and c.removed_at is null
    order by c.collection_id
    limit $3
) n
