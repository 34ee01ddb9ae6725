-- Return the ids of a project's threads, newest first: comment_new_idx. See list_best.
select page.*
from (
    select c.comment_id, c.created_at
    from comment c
    where c.project_id = $1 and c.parent_id is null and (c.created_at, c.comment_id) < ($2, $3)
    order by c.created_at desc, c.comment_id desc
    limit 101
) page
order by page.created_at desc, page.comment_id desc
limit $4
