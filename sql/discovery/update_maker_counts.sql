-- Requires the lock of lock_maker_counts. A separate statement, because its snapshot must be newer than the lock.
update maker_stats s
set
    followers = (select count(*) from follow_maker f where f.followed_id = s.maker_id),
    following = (select count(*) from follow_maker f where f.maker_id = s.maker_id)
where s.maker_id = any($1)
