set lock_timeout = '2s';

drop table outbox_schedule;
drop table outbox_job;
