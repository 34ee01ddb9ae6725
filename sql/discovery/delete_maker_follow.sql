-- Delete the follow of a maker; triggers update the counters. Return the maker even if there was no follow. Both key
-- columns are compared with one value, so that the plan is one primary-key lookup and no scan of all follows.
with target as (
    select maker_id from maker where handle = $1 and status <> 'deleted'
),

gone as (
    delete from follow_maker where followed_id = (select target.maker_id from target) and maker_id = $2
)

select maker_id from target
