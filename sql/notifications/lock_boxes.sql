-- Before anything of a maker's notifications is written, in the order of ids: two transactions never wait for each
-- other, and a later statement sees what an earlier holder has committed.
select b.maker_id
from notification_box b
where b.maker_id = any($1::uuid[])
order by b.maker_id
for update
