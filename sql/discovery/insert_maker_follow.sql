-- Follow a maker; triggers update the counters (migrations/0011). The statement locks both rows: it waits for a
-- concurrent deletion of an account and then does not find it.
with target as (
    select maker_id from maker where handle = $1 and status <> 'deleted' for key share
),

me as (
    select maker_id from maker where maker_id = $2 and status = 'active' for key share
),

made as (
    insert into follow_maker (maker_id, followed_id, created_at)
    select me.maker_id, target.maker_id, $3
    from target cross join me
    where target.maker_id <> me.maker_id
    on conflict on constraint follow_maker_pkey do nothing
    returning followed_id
)

select target.maker_id, exists (select from me) as is_active, exists (select from made) as is_new
from target
