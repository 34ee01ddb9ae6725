-- Return one sitemap file of the projects visible to every visitor, ordered by id after $2.
select count(*)::integer as urls, max(n.key) as last, string_agg(n.line, e'\n' order by n.key) as lines
from (
    select
        p.project_id::text as key,
        '<url><loc>' || $1::text || '/projects/' || o.handle || '/' || p.slug || '</loc><lastmod>' || to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD') || '</lastmod></url>' as line
    from project p
    join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
    where
        p.project_id > $2::text::uuid
        and p.status in ('published', 'archived') and p.visibility = 'public' and p.deleted_at is null
    order by p.project_id
    limit $3
) n
