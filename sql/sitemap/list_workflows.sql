-- Return one sitemap file of the workflows visible to every visitor, ordered by id after $2.
select count(*)::integer as urls, max(n.key) as last, string_agg(n.line, e'\n' order by n.key) as lines
from (
    select
        w.workflow_id::text as key,
        '<url><loc>' || $1::text || '/projects/' || o.handle || '/' || p.slug || '/workflows/' || w.slug || '</loc><lastmod>' || to_char(w.updated_at at time zone 'UTC', 'YYYY-MM-DD') || '</lastmod></url>' as line
    from workflow w
    join project p on p.project_id = w.project_id
    join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
    where
        w.workflow_id > $2::text::uuid and w.head_number is not null
        and p.status in ('published', 'archived') and p.visibility = 'public' and p.deleted_at is null
    order by w.workflow_id
    limit $3
) n
