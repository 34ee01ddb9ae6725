-- Nothing up to this number is mailed again, unless it grows.
update notification_box
set mailed_seq = greatest(mailed_seq, $2)
where maker_id = $1
