-- Returns committed notifications with the unread count of their makers, for publication to the streams.
select {notifications/shown.columns}, s.maker_id, b.unread
from notification_shown s
join notification_box b on b.maker_id = s.maker_id
where s.notification_id = any($1::uuid[])
order by s.seq
