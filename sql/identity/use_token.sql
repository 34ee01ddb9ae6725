-- Works once: the row lock admits one of several concurrent calls.
update one_time_token
set used_at = $3
where token_id = $1 and purpose = $2 and used_at is null and expires_at > $3
returning maker_id
