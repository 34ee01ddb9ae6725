-- Parks the job. The row stays, with the reason, until an operator has checked it (docs/monitoring.md).
update outbox_job
set failed_at = now(), last_error = $3
where job_id = $1 and due_at = $2 and failed_at is null
