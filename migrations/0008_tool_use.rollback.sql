set lock_timeout = '2s';
set statement_timeout = '60s';

drop trigger maker_tools_gone on maker;
drop trigger project_tools_changed on project;
drop trigger workflow_tools_changed on workflow;
drop function maker_relist_tools();
drop function project_relist_tools();
drop function workflow_relist_tools();
drop function relist_tools(uuid[]);
drop table tool_use;
drop function tool_count();
drop view workflow_tool;
delete from tool_stats;
