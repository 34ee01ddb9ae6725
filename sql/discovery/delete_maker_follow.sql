-- A maker who is not followed any more; triggers count it. Gives the maker, also when there was nothing to take back.
with target as (
    select maker_id from maker where handle = $1 and status <> 'deleted'
),

gone as (
    delete from follow_maker f using target where f.followed_id = target.maker_id and f.maker_id = $2
)

select maker_id from target
