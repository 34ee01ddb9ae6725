-- Scans notification_seq_key from the cursor. The inner limit is the maximum page size plus one, as in
-- projects/list_newest.
select page.*
from (
    select {notifications/shown.columns}
    from notification_shown s
    where s.maker_id = $1 and s.seq < $2
    order by s.seq desc
    limit 101
) page
order by page.seq desc
limit $3
