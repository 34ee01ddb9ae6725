-- One request under a key at a time. The lock ends with the transaction; a repeat that meets it is told so at once.
select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked
