-- Lists notifications created or updated after number $2, oldest first, to resume a stream (notification_seq_key). An
-- updated row gets a new number, so it appears once.
select page.*
from (
    select {notifications/shown.columns}
    from notification_shown s
    where s.maker_id = $1 and s.seq > $2
    order by s.seq
    limit 101
) page
order by page.seq
limit $3
