set lock_timeout = '2s';
set statement_timeout = '60s';

drop trigger maker_tags_gone on maker;
drop trigger project_tags_changed on project;
drop trigger project_tags_made on project;
drop function maker_relist_tags();
drop function project_relist_tags();
drop function relist_tags(uuid[]);
drop table project_tag;
drop function tag_count();
drop table tag;
drop view project_listed;
alter table project drop column tags;
drop table tool_suggestion;
drop table tool_stats;
drop table tool;
