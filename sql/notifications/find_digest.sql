-- Where a digest goes, and what is left out of it. None for who cannot be mailed or does not want it any more.
select m.email, m.handle, f.unmailed, f.digest, b.mailed_seq, b.unread
from notification_preference f
join maker m on m.maker_id = f.maker_id and m.status = 'active' and m.email is not null
join notification_box b on b.maker_id = f.maker_id
where f.maker_id = $1 and f.digest <> 'off'
