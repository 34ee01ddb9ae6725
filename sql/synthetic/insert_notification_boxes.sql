-- Requires insert_notifications.
insert into notification_box (maker_id, seq, kept, unread, mailed_seq)
select n.maker_id, max(n.seq), count(*), count(*) filter (where n.read_at is null), max(n.seq)
from notification n
group by n.maker_id
