-- The comment that a reply answers to.
select c.parent_id
from comment c
where c.comment_id = $1
