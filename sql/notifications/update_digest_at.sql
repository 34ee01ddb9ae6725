-- For makers whose rows are locked by lock_due_digests.
update notification_preference f
set digest_at = g.digest_at
from unnest($1::uuid[], $2::timestamptz[]) as g (maker_id, digest_at)
where f.maker_id = g.maker_id
