-- Uses tag_most_used_idx from the cursor's position. The count is negated, so that one row comparison expresses the
-- position. For the inner limit, see projects/list_newest.
select page.name, page.projects
from (
    select name, projects from tag
    where projects > 0 and (-projects, name) > (-$1::integer, $2)
    order by -projects, name
    limit 101
) page
order by -page.projects, page.name
limit $3
