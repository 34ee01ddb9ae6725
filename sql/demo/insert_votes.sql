-- Insert all votes at once. Triggers count them (migrations/0013_discussion).
insert into comment_vote (comment_id, maker_id, project_id, value, created_at)
select v.comment_id, v.maker_id, v.project_id, v.value, v.created_at
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::timestamptz[])
as v (comment_id, maker_id, project_id, value, created_at)
order by v.created_at
