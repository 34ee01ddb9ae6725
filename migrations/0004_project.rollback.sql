set lock_timeout = '2s';
set statement_timeout = '60s';

drop index maker_deleted_idx;
drop table project_stats;
drop table project_slug;
alter table project drop constraint project_owner_is_member;
drop table project_member;
drop table project;
