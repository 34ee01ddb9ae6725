-- Same as mark_read for all notifications up to a number (notification_unread_idx). Notifications updated since then
-- have a later number and stay unread.
with marked as (
    update notification n
    set read_at = $3
    where n.maker_id = $1 and n.seq <= $2 and n.read_at is null
    returning n.notification_id
)

update notification_box b
set unread = b.unread - (select count(*) from marked)
where b.maker_id = $1 and exists (select from marked)
returning b.seq, b.unread
