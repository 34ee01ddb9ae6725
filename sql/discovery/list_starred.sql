-- Return the projects that a maker starred and can see, newest star first: star_maker_idx from the cursor's position.
-- The lateral join with a limit gives one lookup per project. For the inner limit, see projects/list_newest.
select page.*
from (
    select t.project_id, f.*, t.created_at as since
    from star t
    cross join lateral (
        select {projects/summary.columns}, s.stars, p.published_at
        from project p
        join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
        join project_stats s on s.project_id = p.project_id
        where
            p.project_id = t.project_id and p.deleted_at is null
            and (
                (p.visibility <> 'private' and p.status in ('published', 'archived'))
                or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $1)
            )
        limit 1
    ) f
    where t.maker_id = $1 and (t.created_at, t.project_id) < ($2, $3)
    order by t.created_at desc, t.project_id desc
    limit 101
) page
order by page.since desc, page.project_id desc
limit $4
