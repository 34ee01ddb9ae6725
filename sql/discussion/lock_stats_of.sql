-- Take the lock of lock_stats for a comment's project.
select s.project_id
from comment c
join project_stats s on s.project_id = c.project_id
where c.comment_id = $1
for no key update of s
