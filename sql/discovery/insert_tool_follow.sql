-- A tool that is followed. Null when the catalogue has none of this slug.
with target as (
    select tool_id from tool where slug = $1
),

made as (
    insert into follow_tool (maker_id, tool_id, created_at)
    select me.maker_id, target.tool_id, $3
    from target
    cross join (select maker_id from maker where maker_id = $2 and status = 'active' for key share) me
    on conflict on constraint follow_tool_pkey do nothing
)

select tool_id from target
