-- Requires insert_project_tags. A followed tag has a row even if no project uses it.
insert into tag (name, projects)
select r.tag, sum(r.projects)
from (
    select t.tag, count(*) as projects from project_tag t group by t.tag
    union all
    select distinct f.tag, 0 from follow_tag f
) r
group by r.tag
