-- Locks the key until the transaction ends; returns false at once when another request holds the lock.
select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked
