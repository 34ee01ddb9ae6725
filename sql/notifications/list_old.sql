-- Lists the makers of a batch of the oldest notifications last updated before $1 (notification_updated_at_idx).
select distinct o.maker_id
from (
    select n.maker_id
    from notification n
    where n.updated_at < $1
    order by n.updated_at
    limit $2::bigint
) o
order by o.maker_id
