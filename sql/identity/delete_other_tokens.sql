-- A changed password or address closes what was mailed before; $2 stays, so that its repetition is understood.
delete from one_time_token where maker_id = $1 and token_id is distinct from $2
