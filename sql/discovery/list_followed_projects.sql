-- Same plan and visibility rule as list_starred, along follow_project_since_idx.
select page.*
from (
    select t.project_id as key, f.handle, f.slug, f.title as name, f.cover_url as image_url, t.created_at as since
    from follow_project t
    cross join lateral (
        select o.handle, p.slug, p.title, p.cover_url
        from project p
        join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
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
order by page.since desc, page.key desc
limit $4
