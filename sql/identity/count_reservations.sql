select count(*) from handle_reservation where maker_id = $1 and reserved_until > $2
