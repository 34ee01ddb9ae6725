-- Inserts in id order to prevent deadlocks.
insert into notification_box (maker_id)
select g.maker_id
from unnest($1::uuid[]) as g (maker_id)
order by g.maker_id
on conflict on constraint notification_box_pkey do nothing
