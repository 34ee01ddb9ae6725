-- Returns the parent comment of a reply.
select c.parent_id
from comment c
where c.comment_id = $1
