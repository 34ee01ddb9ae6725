-- The head of a locked workflow, and when the version $3 before it was made: numbers have no gaps, so that says how
-- many are younger without counting them.
select
    h.content_hash,
    (
        select v.created_at from workflow_version v
        where v.workflow_id = h.workflow_id and v.number = h.number - $3::integer
    ) as earlier_at
from workflow_version h
where h.workflow_id = $1 and h.number = $2
