-- Batched lookups of comments and their projects. The viewer must be able to see the project (see
-- projects/find_by_slug).
select k.ord, f.*
from unnest($1::uuid[], $2::uuid[]) with ordinality as k (comment_id, viewer_id, ord)
cross join lateral (
    select c.comment_id, p.project_id, o.handle, p.slug, p.title
    from comment c
    join project p on p.project_id = c.project_id
    join maker o on o.maker_id = p.owner_id
    where
        c.comment_id = k.comment_id and o.status <> 'deleted' and p.deleted_at is null
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived'))
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = k.viewer_id)
        )
    limit 1
) f
