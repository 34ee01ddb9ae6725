set lock_timeout = '2s';
set statement_timeout = '60s';

drop view notification_shown;
drop table notification_preference;
drop table notification_actor;
drop table notification;
drop table notification_box;
