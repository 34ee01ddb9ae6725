-- Returns no row for a maker who has not changed the settings.
select f.muted, f.unmailed, f.digest, f.digest_at, f.version
from notification_preference f
where f.maker_id = $1
