-- Run before any write to a maker's notifications. Locking in id order prevents deadlocks, and later statements see
-- what the previous lock holder committed.
select b.maker_id
from notification_box b
where b.maker_id = any($1::uuid[])
order by b.maker_id
for update
