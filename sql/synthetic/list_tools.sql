-- The collation makes the order the same on every server.
select t.slug, t.tool_id from tool t order by t.slug collate "C"
