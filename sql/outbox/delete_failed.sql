-- The worker's housekeeping: a job that was given up may name an address, and nobody has looked at it for a month. Without
-- an index: what is in the table is waiting or was given up, and both are few.
delete from outbox_job where failed_at < $1
