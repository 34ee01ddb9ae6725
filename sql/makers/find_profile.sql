-- Batched lookup by maker_handle_key. A deleted maker has no profile. A maker without followers may have no counts.
select
    k.ord, m.handle, m.display_name, m.bio, m.links::text as links, m.avatar_url, m.created_at,
    coalesce(s.followers, 0) as followers, coalesce(s.following, 0) as following
from unnest($1::text[]) with ordinality as k (handle, ord)
join maker m on m.handle = k.handle and m.status <> 'deleted'
left join maker_stats s on s.maker_id = m.maker_id
