update invitation set role = $2 where invitation_id = $1
