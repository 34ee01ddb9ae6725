-- Deletes in batches. The expression matches session_ended_at_idx.
with gone as (
    delete from session
    where session_id in (
        select session_id
        from session
        where least(expires_at, revoked_at) < $1
        order by least(expires_at, revoked_at)
        limit $2::bigint
    )
    returning session_id
)
select count(*) from gone
