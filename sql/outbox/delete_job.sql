-- Deletes a completed job. If the claim has expired (due_at differs), the row belongs to the worker with the new claim.
delete from outbox_job
where job_id = $1 and due_at = $2 and failed_at is null
