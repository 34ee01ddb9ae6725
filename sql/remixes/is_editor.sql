-- Whether a maker may edit a workflow: whoever only sees it is refused with 403, and is not told that it has no upstream.
select exists (
    select from workflow w
    join project_member m on m.project_id = w.project_id
    where w.workflow_id = $1 and m.maker_id = $2 and m.role = any($3)
)
