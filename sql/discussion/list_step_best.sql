-- Return the threads about one step of a workflow in any version, best first: comment_step_best_idx. See list_best.
select page.*
from (
    select c.comment_id, c.score
    from comment c
    where c.workflow_id = $1 and c.step_key = $2 and (c.score, c.comment_id) < ($3, $4)
    order by c.score desc, c.comment_id desc
    limit 101
) page
order by page.score desc, page.comment_id desc
limit $5
