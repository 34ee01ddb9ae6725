-- Return the direct replies to a comment, best first: comment_parent_id_idx from the cursor's position. See list_best.
select page.*
from (
    select c.comment_id, c.score
    from comment c
    where c.parent_id = $1 and (c.score, c.comment_id) < ($2, $3)
    order by c.score desc, c.comment_id desc
    limit 101
) page
order by page.score desc, page.comment_id desc
limit $4
