-- Notifications up to this number are not mailed again unless they are updated.
update notification_box
set mailed_seq = greatest(mailed_seq, $2)
where maker_id = $1
