-- Returns the last assigned number and the unread count. Returns no row before the first notification.
select b.seq, b.unread
from notification_box b
where b.maker_id = $1
