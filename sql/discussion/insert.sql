-- Under the lock of lock_stats. Triggers count it (migrations/0013_discussion).
insert into comment (
    comment_id, project_id, parent_id, depth, author_id, body, mentions, workflow_id, version_number, step_key,
    step_digest, created_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
