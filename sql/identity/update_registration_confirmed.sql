update registration set maker_id = $2 where registration_id = $1
