-- Read after a change, in the same transaction. The caller has checked access.
select {versions/workflow.columns}
from workflow w
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
left join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
where w.workflow_id = $1
