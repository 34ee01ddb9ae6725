-- Deletes notifications last updated before $2 for makers whose boxes are locked, and updates the counters. Scans each
-- maker's few rows (notification_seq_key).
with gone as (
    delete from notification n
    where n.maker_id = any($1::uuid[]) and n.updated_at < $2
    returning n.maker_id, n.read_at
)

update notification_box b
set kept = b.kept - c.gone, unread = b.unread - c.unread
from (
    select g.maker_id, count(*)::integer as gone, (count(*) filter (where g.read_at is null))::integer as unread
    from gone g
    group by g.maker_id
) c
where b.maker_id = c.maker_id
