-- Read in the transaction of a save. The caller has checked access.
select {versions/version.columns}
from workflow_version v
join maker a on a.maker_id = v.author_id
where v.workflow_id = $1 and v.number = $2
