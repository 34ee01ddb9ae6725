set lock_timeout = '2s';
set statement_timeout = '60s';

drop index maker_inactive_idx;
drop index maker_handle_prefix_idx;
drop table audit_log;
drop function audit_log_is_append_only();
drop table removal;
drop table report;
drop table report_snapshot;
drop table report_case;
alter table project drop column status_before_removal;
