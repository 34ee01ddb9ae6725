set lock_timeout = '2s';

drop table trending;
drop index star_recent_idx;
