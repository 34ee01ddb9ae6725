-- Purges parked jobs after their retention time, because they may contain an address. Needs no index: the table
-- contains only waiting and parked jobs, and both are few.
delete from outbox_job where failed_at < $1
