-- A changed password or address invalidates earlier links. Keep $2, so that a repeated request with it is recognized.
delete from one_time_token where maker_id = $1 and token_id is distinct from $2
