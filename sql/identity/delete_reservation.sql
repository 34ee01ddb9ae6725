delete from handle_reservation where handle = $1 and maker_id = $2
