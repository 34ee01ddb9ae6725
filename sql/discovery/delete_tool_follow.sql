-- A tool that is not followed any more. Null when the catalogue has none of this slug.
with target as (
    select tool_id from tool where slug = $1
),

gone as (
    delete from follow_tool where tool_id = (select target.tool_id from target) and maker_id = $2
)

select tool_id from target
