-- A tag that is followed: one that is shown, as in tags/find. Null when there is none.
with target as (
    select name from tag where name = $1 and projects > 0
),

made as (
    insert into follow_tag (maker_id, tag, created_at)
    select me.maker_id, target.name, $3
    from target
    cross join (select maker_id from maker where maker_id = $2 and status = 'active' for key share) me
    on conflict on constraint follow_tag_pkey do nothing
)

select name from target
