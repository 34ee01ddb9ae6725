-- Two concurrent loads would both find the database empty. The second waits, and then finds makers. The same key as
-- demo/lock_load: the bytes of "demoload". The lock ends with the transaction.
select pg_advisory_xact_lock(7234308701768606052)
