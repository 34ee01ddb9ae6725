set lock_timeout = '2s';
set statement_timeout = '60s';

drop trigger workflow_gone on workflow;
drop trigger workflow_forked on workflow;
drop function workflow_gone();
drop function workflow_forked();
update project_stats set forks = 0 where forks <> 0;
