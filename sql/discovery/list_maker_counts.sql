-- Same as list_project_counts, for makers who follow or have followers.
select
    s.maker_id as counted_id,
    s.followers <> (select count(*) from follow_maker f where f.followed_id = s.maker_id)
    or s.following <> (select count(*) from follow_maker f where f.maker_id = s.maker_id) as is_wrong
from maker_stats s
where s.maker_id > $1
order by s.maker_id
limit $2
