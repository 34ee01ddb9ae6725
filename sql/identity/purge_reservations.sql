-- Deletes in batches (handle_reservation_reserved_until_idx).
with gone as (
    delete from handle_reservation
    where handle in (
        select handle from handle_reservation where reserved_until < $1 order by reserved_until limit $2::bigint
    )
    returning handle
)
select count(*) from gone
