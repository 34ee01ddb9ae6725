-- Releases the claim and delays the job. $5 = 0 does not count the attempt, because a dependency was unavailable.
update outbox_job
set due_at = now() + make_interval(secs => $3::float8), last_error = $4, attempts = greatest(attempts - 1 + $5::int, 0)
where job_id = $1 and due_at = $2 and failed_at is null
