-- Return which of the given items a maker starred or follows. Lateral joins with a limit give one primary-key lookup
-- per item. Otherwise the plan may scan all stars and follows of the maker.
select
    array(
        select k.project_id
        from unnest($2::uuid[]) as k (project_id)
        cross join lateral (
            select from star t where t.project_id = k.project_id and t.maker_id = $1 limit 1
        ) found
    ) as starred,
    array(
        select k.project_id
        from unnest($2::uuid[]) as k (project_id)
        cross join lateral (
            select from follow_project t where t.maker_id = $1 and t.project_id = k.project_id limit 1
        ) found
    ) as followed_projects,
    array(
        select k.handle
        from unnest($3::text[]) as k (handle)
        cross join lateral (
            select m.maker_id from maker m where m.handle = k.handle and m.status <> 'deleted' limit 1
        ) o
        cross join lateral (
            select from follow_maker t where t.maker_id = $1 and t.followed_id = o.maker_id limit 1
        ) found
    ) as followed_makers,
    array(
        select k.tag
        from unnest($4::text[]) as k (tag)
        cross join lateral (select from follow_tag t where t.maker_id = $1 and t.tag = k.tag limit 1) found
    ) as followed_tags,
    array(
        select k.slug
        from unnest($5::text[]) as k (slug)
        cross join lateral (select n.tool_id from tool n where n.slug = k.slug limit 1) o
        cross join lateral (
            select from follow_tool t where t.maker_id = $1 and t.tool_id = o.tool_id limit 1
        ) found
    ) as followed_tools
