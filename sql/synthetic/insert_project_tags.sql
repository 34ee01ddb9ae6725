-- The view defines which projects are listed (0005_tool_tag).
insert into project_tag (tag, published_at, project_id)
select t.tag, l.published_at, l.project_id
from project_listed l cross join unnest(l.tags) as t (tag)
