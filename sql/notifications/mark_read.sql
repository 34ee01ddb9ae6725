-- Marks these notifications of a maker whose box is locked as read and updates the unread count. Keeps earlier read
-- times. Returns no row when nothing changed.
with marked as (
    update notification n
    set read_at = $3
    where n.maker_id = $1 and n.notification_id = any($2::uuid[]) and n.read_at is null
    returning n.notification_id
)

update notification_box b
set unread = b.unread - (select count(*) from marked)
where b.maker_id = $1 and exists (select from marked)
returning b.seq, b.unread
