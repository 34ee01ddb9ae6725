-- List current removals, latest first (ids are UUIDv7), by a backward scan of the key. Inner limit: see
-- projects/list_newest.
select page.*
from (
    select
        r.removal_id, k.kind, o.handle, coalesce(p.slug, x.slug) as slug, coalesce(p.title, x.title) as title,
        r.comment_id, w.handle as author, c.body, p.status_before_removal as was, r.reason, r.note,
        a.handle as removed_by, r.removed_at
    from removal r
    cross join lateral (
        select
            case
                when r.collection_id is not null then 'collection'
                when r.comment_id is not null then 'comment'
                else 'project'
            end as kind
    ) k
    left join project p on p.project_id = r.project_id
    left join collection x on x.collection_id = r.collection_id
    join maker o on o.maker_id = coalesce(p.owner_id, x.maker_id)
    join maker a on a.maker_id = r.removed_by
    left join comment c on c.comment_id = r.comment_id
    left join maker w on w.maker_id = c.author_id
    where
        r.removal_id < $2
        and ($1::text is null or $1 = k.kind)
        and (r.comment_id is null or c.comment_id is not null)
    order by r.removal_id desc
    limit 101
) page
order by page.removal_id desc
limit $3
