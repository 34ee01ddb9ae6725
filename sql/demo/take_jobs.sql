-- Delete and return the jobs of one kind that this transaction enqueued. The loader runs them with the time of their
-- event.
with gone as (
    delete from outbox_job where kind = $1 returning job_id, payload::text
)

select payload from gone order by job_id
