-- Return new projects of the makers, tags and tools that a maker follows, each project once. Of the 500 newest follows
-- of each kind, it reads the newest projects along project_shown_idx, project_tag's key and tool_use_project_idx. A
-- project with several reasons gets the first one. The maker's own projects are skipped before the limit applies.
-- Otherwise they could fill a page and hide older projects.
select p.project_id, {projects/summary.columns}, s.stars, p.published_at, picked.because, picked.name
from (
    select distinct on (found.published_at, found.project_id)
        found.published_at, found.project_id, found.because, found.name
    from (
        select n.published_at, n.project_id, 'maker' as because, m.handle as name, 1 as place
        from (
            select f.followed_id from follow_maker f where f.maker_id = $1
            order by f.created_at desc, f.followed_id desc limit 500
        ) f
        join maker m on m.maker_id = f.followed_id and m.status <> 'deleted'
        cross join lateral (
            select p.published_at, p.project_id
            from project p
            where
                p.owner_id = f.followed_id and p.status = 'published' and p.visibility = 'public'
                and p.deleted_at is null and (p.published_at, p.project_id) < ($2, $3)
            order by p.published_at desc, p.project_id desc
            limit $4
        ) n
        union all
        select n.published_at, n.project_id, 'tag', f.tag, 2
        from (
            select f.tag from follow_tag f where f.maker_id = $1 order by f.created_at desc, f.tag desc limit 500
        ) f
        cross join lateral (
            select t.published_at, t.project_id
            from project_tag t
            cross join lateral (
                select from project p where p.project_id = t.project_id and p.owner_id <> $1 limit 1
            ) others
            where t.tag = f.tag and (t.published_at, t.project_id) < ($2, $3)
            order by t.published_at desc, t.project_id desc
            limit $4
        ) n
        union all
        select n.published_at, n.project_id, 'tool', t.slug, 3
        from (
            select f.tool_id from follow_tool f where f.maker_id = $1
            order by f.created_at desc, f.tool_id desc limit 500
        ) f
        join tool t on t.tool_id = f.tool_id
        cross join lateral (
            select u.published_at, u.project_id
            from tool_use u
            cross join lateral (
                select from project p where p.project_id = u.project_id and p.owner_id <> $1 limit 1
            ) others
            where u.tool_id = f.tool_id and (u.published_at, u.project_id) < ($2, $3)
            group by u.published_at, u.project_id
            order by u.published_at desc, u.project_id desc
            limit $4
        ) n
    ) found
    order by found.published_at desc, found.project_id desc, found.place, found.name
    limit $4
) picked
join project p on p.project_id = picked.project_id
join maker o on o.maker_id = p.owner_id
join project_stats s on s.project_id = p.project_id
order by picked.published_at desc, picked.project_id desc
