-- Two concurrent loads would both find the database empty. The second waits until the first has committed, and then
-- finds its makers. The key is the bytes of "demoload". The lock ends with the transaction.
select pg_advisory_xact_lock(7234308701768606052)
