-- Follow a tool. Return null if the catalogue has no such slug, else whether the maker is active.
with target as (
    select tool_id from tool where slug = $1
),

me as (
    select maker_id from maker where maker_id = $2 and status = 'active' for key share
),

made as (
    insert into follow_tool (maker_id, tool_id, created_at)
    select me.maker_id, target.tool_id, $3
    from target cross join me
    on conflict on constraint follow_tool_pkey do nothing
)

select exists (select from me) as is_active from target
