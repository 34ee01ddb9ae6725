-- Returns the current handle for a reserved former handle. Returns no row for a deleted maker.
select m.handle
from handle_reservation r
join maker m on m.maker_id = r.maker_id
where r.handle = $1 and r.reserved_until > $2 and m.status <> 'deleted'
