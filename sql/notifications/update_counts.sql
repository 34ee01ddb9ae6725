-- Recounts the rows of makers whose boxes are locked.
update notification_box b
set kept = c.kept, unread = c.unread
from unnest($1::uuid[]) as g (maker_id)
cross join lateral (
    select count(*)::integer as kept, (count(*) filter (where n.read_at is null))::integer as unread
    from notification n
    where n.maker_id = g.maker_id
) c
where b.maker_id = g.maker_id
