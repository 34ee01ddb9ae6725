-- Batched find_box for streams. A maker without notifications has no row.
select b.seq, b.unread, b.maker_id
from notification_box b
where b.maker_id = any($1::uuid[])
