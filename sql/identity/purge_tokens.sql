-- Deletes in batches (one_time_token_expires_at_idx).
with gone as (
    delete from one_time_token
    where token_id in (select token_id from one_time_token where expires_at < $1 order by expires_at limit $2::bigint)
    returning token_id
)
select count(*) from gone
