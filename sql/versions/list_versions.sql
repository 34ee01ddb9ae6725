-- The versions of a workflow, the newest first, by workflow_version_number_key. The caller has checked access.
select {versions/version.columns}
from workflow_version v
join maker a on a.maker_id = v.author_id
where v.workflow_id = $1 and v.number < $2
order by v.number desc
limit $3
