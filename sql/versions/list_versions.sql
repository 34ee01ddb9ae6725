-- The versions of a workflow, the newest first, by workflow_version_number_key. The caller has checked access.
select
    v.version_id, v.workflow_id, v.number, v.changelog, v.content_hash, v.steps, v.variables, a.handle, a.display_name,
    array(
        select l.name from workflow_label l
        where l.workflow_id = v.workflow_id and l.number = v.number
        order by l.name
    ) as labels,
    v.created_at
from workflow_version v
join maker a on a.maker_id = v.author_id
where v.workflow_id = $1 and v.number < $2
order by v.number desc
limit $3
