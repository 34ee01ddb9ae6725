-- For many streams at once: the last number that each maker's box gave, and how many wait there. A maker who never heard
-- of anything has no row.
select b.seq, b.unread, b.maker_id
from notification_box b
where b.maker_id = any($1::uuid[])
