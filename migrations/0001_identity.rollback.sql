set lock_timeout = '2s';
set statement_timeout = '60s';

drop table session;
drop table one_time_token;
drop table registration;
drop table handle_reservation;
drop table maker;
