-- Scans the whole catalogue, which is small because people write it. Exact names ($3) come first. Tools that match only
-- by a similar name come last.
select page.*
from (
    select
        t.tool_id, t.slug, t.name, t.vendor, t.url, t.kind, t.description, coalesce(s.used_by, 0) as used_by, t.version,
        t.created_at, t.updated_at, r.score, count(*) over () as found
    from tool t
    left join tool_stats s on s.tool_id = t.tool_id
    cross join lateral (
        select
            search_query($1, $2) as query,
            search_vector(t.name, 'A') || search_vector(t.vendor, 'B')
            || search_vector(t.description || ' ' || t.kind, 'C') as document,
            greatest(
                similarity(search_fold(t.name), $3), case when search_fold(t.name) like $3 || '%' then 1 else 0 end
            )::double precision as alike
    ) d
    cross join lateral (
        select
            d.alike + case when $3 in (t.slug, search_fold(t.name)) then 10 else 0 end
            + case when d.document @@ d.query then 1 + ts_rank(d.document, d.query) else 0 end
            + ln(1 + coalesce(s.used_by, 0)) / 100 as score
    ) r
    where d.document @@ d.query or (d.alike >= 0.4 and $2 = '')
) page
where (page.score, page.tool_id) < ($4, $5)
order by page.score desc, page.tool_id desc
limit $6
