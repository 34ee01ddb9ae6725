-- Jobs of a kind that this transaction wrote: the loader does them itself, at the time of what they tell of.
with gone as (
    delete from outbox_job where kind = $1 returning job_id, payload::text
)

select payload from gone order by job_id
