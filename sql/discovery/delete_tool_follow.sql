-- Delete the follow of a tool. Return null if the catalogue has no such slug.
with target as (
    select tool_id from tool where slug = $1
),

gone as (
    delete from follow_tool where tool_id = (select target.tool_id from target) and maker_id = $2
)

select tool_id from target
