-- In the order of their making, which the catalogue's migration gave them.
select t.slug, t.tool_id from tool t order by t.slug
