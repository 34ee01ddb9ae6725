-- What waits for a maker: how many, and the last number they may have seen. None before the first notification.
select b.seq, b.unread
from notification_box b
where b.maker_id = $1
