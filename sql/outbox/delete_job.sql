-- The job is done. A claim that ended meanwhile (due_at is another's) leaves the row to whoever has it now.
delete from outbox_job
where job_id = $1 and due_at = $2 and failed_at is null
