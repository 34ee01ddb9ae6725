-- Compares the counters of a batch of boxes with their rows. One statement reads one snapshot, and rows and counters
-- change together, so a difference is an error and not a race.
select
    b.maker_id as counted_id,
    (b.kept, b.unread) is distinct from (c.kept, c.unread) as is_wrong
from (
    select x.maker_id, x.kept, x.unread
    from notification_box x
    where x.maker_id > $1
    order by x.maker_id
    limit $2::bigint
) b
cross join lateral (
    select count(*)::integer as kept, (count(*) filter (where n.read_at is null))::integer as unread
    from notification n
    where n.maker_id = b.maker_id
) c
order by b.maker_id
