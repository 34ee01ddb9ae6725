-- Lists the notifications of a digest: unread, newer than the last digest ($2), of a kind that is not excluded ($3),
-- newest first. Scans notification_unread_idx.
select {notifications/shown.columns}
from notification_shown s
where s.maker_id = $1 and s.seq > $2 and s.read_at is null and s.kind <> all($3::text[])
order by s.seq desc
limit $4::bigint
