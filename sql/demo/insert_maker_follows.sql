-- Insert all rows at once. Triggers count them (migrations/0011_discovery).
insert into follow_maker (maker_id, followed_id, created_at)
select f.maker_id, f.followed_id, f.created_at
from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as f (maker_id, followed_id, created_at)
order by f.created_at
