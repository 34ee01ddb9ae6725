-- Lock a comment that its author has not deleted. Lock the counters of the project first, like every change of comments
-- (migrations/0013).
with counters as materialized (
    select s.project_id from project_stats s
    where s.project_id = (select c.project_id from comment c where c.comment_id = $1)
    for no key update
)

select c.comment_id, c.project_id, c.author_id, c.removed_at
from counters s
join comment c on c.project_id = s.project_id
where c.comment_id = $1 and c.deleted_at is null
for no key update of c
