-- Return the threads about a workflow's steps, best first: comment_workflow_best_idx. See list_best.
select page.*
from (
    select c.comment_id, c.score
    from comment c
    where c.workflow_id = $1 and (c.score, c.comment_id) < ($2, $3)
    order by c.score desc, c.comment_id desc
    limit 101
) page
order by page.score desc, page.comment_id desc
limit $4
