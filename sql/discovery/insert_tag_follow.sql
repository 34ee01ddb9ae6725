-- Follow a tag of public projects, as in tags/get. Return null if there is no such tag, else whether the maker is
-- active.
with target as (
    select name from tag where name = $1 and projects > 0
),

me as (
    select maker_id from maker where maker_id = $2 and status = 'active' for key share
),

made as (
    insert into follow_tag (maker_id, tag, created_at)
    select me.maker_id, target.name, $3
    from target cross join me
    on conflict on constraint follow_tag_pkey do nothing
)

select exists (select from me) as is_active from target
