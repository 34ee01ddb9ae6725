-- Claims due jobs, at most as many per kind as the worker has free places, so that a slow kind does not delay others.
-- skip locked: workers never wait for each other. A job with an expired claim (its worker died) is due again.
-- materialized: the locked rows are selected once, whatever the plan. Uses outbox_job_due_idx with one probe per kind.
with due as materialized (
    select candidate.job_id
    from unnest($1::text[], $2::int[]) as room (kind, places)
    cross join lateral (
        select job.job_id
        from outbox_job as job
        where job.kind = room.kind and job.failed_at is null and job.due_at <= now()
        order by job.due_at
        limit room.places
        for update skip locked
    ) as candidate
)
update outbox_job as job
set attempts = job.attempts + 1, due_at = now() + make_interval(secs => $3::float8)
from due
where job.job_id = due.job_id
returning job.job_id, job.kind, job.payload, job.attempts, job.created_at, job.due_at
