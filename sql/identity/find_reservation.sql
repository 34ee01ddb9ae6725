-- Asked after the handle was taken, in the same transaction: whoever gave it up a moment ago has committed by then,
-- because the unique key made us wait. Asked before, the answer could be outdated by the time of the insert.
select maker_id from handle_reservation where handle = $1 and reserved_until > $2
