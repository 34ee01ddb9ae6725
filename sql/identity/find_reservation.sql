-- Run after the handle is written, in the same transaction: the unique key has then waited for a concurrent rename to
-- commit its reservation. Before the write, the result could be outdated.
select maker_id from handle_reservation where handle = $1 and reserved_until > $2
