-- A maker who is not followed any more; triggers count it. Gives the maker, also when there was nothing to take back.
-- Both columns are compared with one value: one lookup in the primary key, not a walk over all that somebody follows.
with target as (
    select maker_id from maker where handle = $1 and status <> 'deleted'
),

gone as (
    delete from follow_maker where followed_id = (select target.maker_id from target) and maker_id = $2
)

select maker_id from target
