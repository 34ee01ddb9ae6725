-- Makes the row that is then locked, so that of two who change it at once the second sees the first one's version.
insert into notification_preference (maker_id) values ($1)
on conflict on constraint notification_preference_pkey do nothing
