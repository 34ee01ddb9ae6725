-- Return a maker's votes in a project: comment_vote_maker_idx from the cursor's position. For the inner limit, see
-- list_best.
select page.*
from (
    select v.comment_id, v.value
    from comment_vote v
    where v.maker_id = $1 and v.project_id = $2 and v.comment_id < $3
    order by v.comment_id desc
    limit 101
) page
order by page.comment_id desc
limit $4
