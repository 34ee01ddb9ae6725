-- Return the workflow of the project if it has this version.
select w.workflow_id
from workflow w
join workflow_version v on v.workflow_id = w.workflow_id
where w.project_id = $1 and w.slug = $2 and v.number = $3
