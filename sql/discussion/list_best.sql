-- Return the ids of a project's threads, best first: comment_best_idx from the cursor's position. list_threads reads
-- the comments. The inner limit is the maximum page size, as a hint for the planner (see projects/list_newest).
select page.*
from (
    select c.comment_id, c.score
    from comment c
    where c.project_id = $1 and c.parent_id is null and (c.score, c.comment_id) < ($2, $3)
    order by c.score desc, c.comment_id desc
    limit 101
) page
order by page.score desc, page.comment_id desc
limit $4
