-- Insert all rows at once.
insert into follow_project (maker_id, project_id, created_at)
select f.maker_id, f.project_id, f.created_at
from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as f (maker_id, project_id, created_at)
order by f.created_at
