-- Batched lookups by workflow_version_pkey. The caller has checked access.
select k.ord, v.content::text as content
from unnest($1::uuid[]) with ordinality as k (version_id, ord)
join workflow_version v on v.version_id = k.version_id
