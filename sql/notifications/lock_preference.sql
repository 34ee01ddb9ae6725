-- Of two concurrent changes, the second waits and then sees the version of the first.
select f.muted, f.unmailed, f.digest, f.digest_at, f.version
from notification_preference f
where f.maker_id = $1
for update
