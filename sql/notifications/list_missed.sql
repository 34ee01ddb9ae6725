-- List each maker's notifications after their own number, oldest first, at most $3 each, to resume streams. An updated
-- row gets a new number, so it appears once. The lateral join forces one scan of notification_seq_key per maker, whatever
-- the planner estimates.
select found.*
from unnest($1::uuid[], $2::bigint[]) as w (maker_id, after)
cross join lateral (
    select {notifications/shown.columns}, s.maker_id
    from notification_shown s
    where s.maker_id = w.maker_id and s.seq > w.after
    order by s.seq
    limit $3
) found
order by found.maker_id, found.seq
