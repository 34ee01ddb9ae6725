set lock_timeout = '2s';
set statement_timeout = '60s';

drop table workflow_label;
drop table workflow_draft;
drop table workflow_step;
alter table workflow
drop constraint workflow_head_number_fkey,
drop constraint workflow_forked_from_version_id_fkey,
drop constraint workflow_upstream_version_id_fkey;
drop table workflow_version;
drop table workflow;
drop function workflow_step_is_immutable();
drop function workflow_version_is_immutable();
