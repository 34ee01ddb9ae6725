-- A maker without followers and follows has no row (0011_discovery).
insert into maker_stats (maker_id, followers, following)
select r.maker_id, sum(r.followers), sum(r.following)
from (
    select f.followed_id as maker_id, 1 as followers, 0 as following from follow_maker f
    union all
    select f.maker_id, 0, 1 from follow_maker f
) r
group by r.maker_id
