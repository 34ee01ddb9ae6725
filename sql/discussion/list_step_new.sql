-- Return the threads about one step of a workflow in any version, newest first: comment_step_new_idx. See list_best.
select page.*
from (
    select c.comment_id, c.created_at
    from comment c
    where c.workflow_id = $1 and c.step_key = $2 and (c.created_at, c.comment_id) < ($3, $4)
    order by c.created_at desc, c.comment_id desc
    limit 101
) page
order by page.created_at desc, page.comment_id desc
limit $5
