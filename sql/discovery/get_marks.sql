-- Which of these a maker starred or follows: a lookup in a primary key each.
select
    array(select t.project_id from star t where t.project_id = any($2) and t.maker_id = $1) as starred,
    array(
        select t.project_id from follow_project t where t.maker_id = $1 and t.project_id = any($2)
    ) as followed_projects,
    array(
        select m.handle
        from maker m
        join follow_maker t on t.followed_id = m.maker_id
        where m.handle = any($3) and m.status <> 'deleted' and t.maker_id = $1
    ) as followed_makers,
    array(select t.tag from follow_tag t where t.maker_id = $1 and t.tag = any($4)) as followed_tags,
    array(
        select n.slug from tool n join follow_tool t on t.tool_id = n.tool_id where n.slug = any($5) and t.maker_id = $1
    ) as followed_tools
