-- The job is done if and only if the transaction commits. Of two deliveries at once the later waits for this row's lock,
-- and then finds nothing to do.
delete from outbox_job where job_id = $1
returning job_id
