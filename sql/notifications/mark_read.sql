-- Marks these of a maker whose box is locked, and counts them in it. What is read already stays as it was;
-- no row comes back when nothing changed.
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
