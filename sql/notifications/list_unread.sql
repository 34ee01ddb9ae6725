-- Same as list_newest for unread notifications, along notification_unread_idx.
select page.*
from (
    select {notifications/shown.columns}
    from notification_shown s
    where s.maker_id = $1 and s.seq < $2 and s.read_at is null
    order by s.seq desc
    limit 101
) page
order by page.seq desc
limit $3
