-- The workflows of a project, the oldest first (workflow_project_id_idx). The caller has checked access to the project.
-- Only members see workflows without a version.
select {versions/workflow.columns}
from workflow w
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
left join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
where
    w.project_id = $1 and w.workflow_id > $3
    and (
        w.head_number is not null
        or (select true from project_member m where m.project_id = w.project_id and m.maker_id = $2)
    )
order by w.workflow_id
limit $4
