-- Return active makers by prefixes of the words in their name and handle ($1, a tsquery). Exact names ($3) come first,
-- then whole words ($2), then makers with more followers. At most a thousand matches of maker_search_document_idx get a
-- score. The lateral join with a limit gives one lookup per maker.
select page.*
from (
    select
        m.handle, m.display_name, m.bio, m.links::text as links, m.avatar_url, m.created_at, r.followers, r.following,
        m.maker_id, r.score, r.found
    from (
        select
            c.maker_id, count(*) over () as found, coalesce(s.followers, 0) as followers,
            coalesce(s.following, 0) as following,
            case when $3 in (c.handle, c.name_key) then 100 else 0 end
            + case when c.document @@ to_tsquery('pg_catalog.simple', $2) then 3 else 0 end
            + ln(1 + coalesce(s.followers, 0)::double precision) as score
        from (
            select d.maker_id, d.handle, d.name_key, d.document
            from maker_search d
            where d.document @@ to_tsquery('pg_catalog.simple', $1)
            limit 1000
        ) c
        left join lateral (
            select s.followers, s.following from maker_stats s where s.maker_id = c.maker_id limit 1
        ) s on true
    ) r
    join maker m on m.maker_id = r.maker_id and m.status = 'active'
    where (r.score, r.maker_id) < ($4, $5)
    order by r.score desc, r.maker_id desc
    limit 101
) page
order by page.score desc, page.maker_id desc
limit $6
