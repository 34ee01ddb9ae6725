-- The head of a locked workflow, and the creation time of the version $3 numbers before it. Version numbers have no
-- gaps, so this time limits the rate of saves without counting rows.
select
    h.content_hash,
    (
        select v.created_at from workflow_version v
        where v.workflow_id = h.workflow_id and v.number = h.number - $3::integer
    ) as earlier_at
from workflow_version h
where h.workflow_id = $1 and h.number = $2
