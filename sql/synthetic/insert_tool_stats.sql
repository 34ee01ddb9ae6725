-- Requires insert_tool_uses.
insert into tool_stats (tool_id, used_by)
select u.tool_id, count(*) from tool_use u group by u.tool_id
