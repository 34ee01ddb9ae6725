set lock_timeout = '2s';
set statement_timeout = '60s';

drop table project_commenter;
drop table comment_vote;
drop table comment;
drop function comment_vote_count();
drop function comment_shown();
drop function comment_gone();
drop function comment_written();
drop function count_comments(uuid[], uuid[], integer[]);
drop function wilson_lower_bound(integer, integer);
update project_stats set comments = 0, commenters = 0 where comments <> 0 or commenters <> 0;
