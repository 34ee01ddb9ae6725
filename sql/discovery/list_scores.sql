-- Return the inputs of the rank for the projects of one page.
select s.project_id, s.hot, s.stars, s.forks, s.commenters, p.published_at
from project_stats s
join project p on p.project_id = s.project_id
where s.project_id = any($1)
