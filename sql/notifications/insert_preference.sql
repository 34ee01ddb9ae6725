-- Creates the row to lock, so that of two concurrent changes the second sees the version of the first.
insert into notification_preference (maker_id) values ($1)
on conflict on constraint notification_preference_pkey do nothing
