-- Inserts a job in the caller's transaction, so that the job exists if and only if its cause does. If a job with the
-- same key waits, the insert does nothing: that job has not started and will read the data of this transaction. The
-- insert waits for an uncommitted job with the same key.
insert into outbox_job (job_id, kind, payload, dedupe_key, created_at, due_at)
values ($1, $2, $3::jsonb, $4, now(), now() + make_interval(secs => $5::float8))
on conflict (dedupe_key) where attempts = 0 and failed_at is null do nothing
