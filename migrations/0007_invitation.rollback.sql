set lock_timeout = '2s';
set statement_timeout = '60s';

drop table invitation;
