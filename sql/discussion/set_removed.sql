-- Removes a comment, or takes that back. Null when there is nothing to do: it is so already, or its author deleted it.
-- The project's counters are locked before the comment is, as everybody does; what another changed meanwhile is seen,
-- since the row is read again once it is locked.
with held as (
    select s.project_id
    from comment c
    join project_stats s on s.project_id = c.project_id
    where c.comment_id = $1
    for no key update of s
)

update comment c
set removed_at = case when $2 then $3::timestamptz end, version = c.version + 1
from held
where
    c.comment_id = $1 and c.project_id = held.project_id
    and c.deleted_at is null and (c.removed_at is null) = $2
returning c.comment_id
