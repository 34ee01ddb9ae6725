-- Return one sitemap file of the tags in use, ordered by name after $2.
select count(*)::integer as urls, max(n.key) as last, string_agg(n.line, e'\n' order by n.key) as lines
from (
    select
        t.name as key,
        '<url><loc>' || $1::text || '/tags/' || t.name || '</loc></url>' as line
    from tag t
    where t.name > $2::text and t.projects > 0
    order by t.name
    limit $3
) n
