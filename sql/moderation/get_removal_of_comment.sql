-- Return why a comment was removed, for its author.
select r.reason, r.note, r.removed_at
from comment c
join removal r on r.project_id = c.project_id and r.comment_id = c.comment_id
where c.comment_id = $1 and c.author_id = $2 and c.removed_at is not null
