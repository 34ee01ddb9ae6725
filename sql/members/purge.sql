-- Purge in batches (invitation_expires_at_idx).
with gone as (
    delete from invitation
    where invitation_id in (
        select invitation_id from invitation where expires_at < $1
        order by expires_at
        limit $2::bigint
    )
    returning invitation_id
)

select count(*) from gone
