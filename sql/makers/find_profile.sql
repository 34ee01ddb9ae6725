-- Joined lookups by maker_handle_key. A deleted maker has no profile.
select k.ord, m.handle, m.display_name, m.bio, m.links::text as links, m.avatar_url, m.created_at
from unnest($1::text[]) with ordinality as k (handle, ord)
join maker m on m.handle = k.handle and m.status <> 'deleted'
