-- Settles the job if and only if the transaction commits. Of two concurrent deliveries, the later one waits for the row
-- lock and then finds no row.
delete from outbox_job where job_id = $1
returning job_id
