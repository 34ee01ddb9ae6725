-- Locks a batch of the due digests (notification_preference_digest_at_idx) and returns whether there is news. Skips a
-- row that is locked by a settings change; the next hourly run finds it.
select
    f.maker_id, f.digest, f.digest_at,
    coalesce(b.unread > 0 and b.seq > b.mailed_seq, false) as has_news
from notification_preference f
left join notification_box b on b.maker_id = f.maker_id
where f.digest_at <= $1
order by f.digest_at
limit $2::bigint
for update of f skip locked
