-- Where a handle that was given up leads, while it is reserved; nowhere when its maker is gone.
select m.handle
from handle_reservation r
join maker m on m.maker_id = r.maker_id
where r.handle = $1 and r.reserved_until > $2 and m.status <> 'deleted'
