-- Visible comments by project and maker (0013_discussion).
insert into project_commenter (project_id, maker_id, comments)
select c.project_id, c.author_id, count(*)
from comment c
where c.deleted_at is null and c.removed_at is null
group by c.project_id, c.author_id
