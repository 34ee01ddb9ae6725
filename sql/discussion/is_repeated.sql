-- Whether a maker said this in this place since $7 (comment_author_id_idx); under the lock of lock_stats, so that of two
-- at the same moment the second finds the first.
select exists (
    select from comment c
    where
        c.author_id = $1 and c.created_at > $7
        and c.project_id = $2 and c.parent_id is not distinct from $3
        and c.workflow_id is not distinct from $4 and c.step_key is not distinct from $5
        and c.body = $6
)
