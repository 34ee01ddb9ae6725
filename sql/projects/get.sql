-- Read a project after a change, in the same transaction. The caller has already checked access.
select p.project_id, {projects/summary.columns}, s.stars, p.published_at, p.body, p.links::text as links, p.version
from project p
join maker o on o.maker_id = p.owner_id
join project_stats s on s.project_id = p.project_id
where p.project_id = $1
