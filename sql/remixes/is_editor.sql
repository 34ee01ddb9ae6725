-- Whether a maker may edit a workflow. Makers who may only read it get 403 and do not learn whether it has an upstream.
select exists (
    select from workflow w
    join project_member m on m.project_id = w.project_id
    where w.workflow_id = $1 and m.maker_id = $2 and m.role = any($3)
)
