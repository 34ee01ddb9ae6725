-- Deletes in batches, so that no lock is held for long (registration_expires_at_idx).
with gone as (
    delete from registration
    where registration_id in (
        select registration_id from registration where expires_at < $1 order by expires_at limit $2::bigint
    )
    returning registration_id
)
select count(*) from gone
