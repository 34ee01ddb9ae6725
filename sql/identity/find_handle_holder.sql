-- Finds the maker who uses or reserves a handle, by primary or unique key. A handle in use takes precedence.
select h.maker_id
from (
    select m.maker_id, 1 as rank from maker m where m.handle = $1
    union all
    select r.maker_id, 2 from handle_reservation r where r.handle = $1 and r.reserved_until > $2
) as h
order by h.rank
limit 1
