-- Delete a batch of a departed maker's followers, as in delete_following_of.
with held as (
    select t.maker_id, t.followed_id
    from follow_maker t
    where t.followed_id = $1
    limit $2::bigint
    for update skip locked
),

gone as (
    delete from follow_maker t using held where t.maker_id = held.maker_id and t.followed_id = held.followed_id
    returning t.maker_id
)

select count(*) from gone
