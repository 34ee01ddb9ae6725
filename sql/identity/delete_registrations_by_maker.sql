delete from registration where maker_id = $1
