-- Returns the recipient and settings of a digest. Returns no row for an inactive maker or with digests off.
select m.email, m.handle, f.unmailed, f.digest, b.mailed_seq, b.unread
from notification_preference f
join maker m on m.maker_id = f.maker_id and m.status = 'active' and m.email is not null
join notification_box b on b.maker_id = f.maker_id
where f.maker_id = $1 and f.digest <> 'off'
