-- Deletes the oldest notifications of makers whose boxes are locked and hold more than $2 (notification_seq_key), and
-- updates the counters.
with surplus as (
    select s.notification_id
    from notification_box b
    cross join lateral (
        select n.notification_id
        from notification n
        where n.maker_id = b.maker_id
        order by n.seq
        limit b.kept - $2::integer
    ) s
    where b.maker_id = any($1::uuid[]) and b.kept > $2
),

gone as (
    delete from notification n
    using surplus s
    where n.notification_id = s.notification_id
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
