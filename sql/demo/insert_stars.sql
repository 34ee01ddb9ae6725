-- Insert all stars at once in chronological order (star_recent_idx). Triggers count them (migrations/0011_discovery).
insert into star (maker_id, project_id, created_at)
select s.maker_id, s.project_id, s.created_at
from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as s (maker_id, project_id, created_at)
order by s.created_at
