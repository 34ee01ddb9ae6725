-- Insert a comment and its notification jobs ($14, $15). Requires the lock of lock_stats; triggers update the counters
-- (migrations/0013_discussion). Returns false and writes nothing if the author posted the same text in the same place
-- since $13. Of two concurrent inserts, the second finds the first (comment_author_id_idx). `is not distinct from`
-- prevents an index scan by project, which would read all its comments instead of the author's of the last minute.
with made as (
    insert into comment (
        comment_id, project_id, parent_id, depth, author_id, body, mentions, workflow_id, version_number, step_key,
        step_digest, created_at
    )
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
    where not exists (
        select from comment c
        where
            c.author_id = $5 and c.created_at > $13
            and c.project_id is not distinct from $2 and c.parent_id is not distinct from $3
            and c.workflow_id is not distinct from $8 and c.step_key is not distinct from $10
            and c.body = $6
    )
    returning comment_id
),

told as (
    insert into outbox_job (job_id, kind, payload, created_at, due_at)
    select job.job_id, 'notifications.event', job.payload::jsonb, now(), now()
    from unnest($14::uuid[], $15::text[]) as job (job_id, payload)
    cross join made
)

select exists (select from made)
