-- The same for all up to a number (notification_unread_idx). What grew since it was shown has a later one, and waits.
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
