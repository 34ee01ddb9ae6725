-- Return a comment for a reporter who can see its project, unless the comment is deleted or removed.
select c.comment_id as target_id, c.author_id as owner_id, p.status
from comment c
join project p on p.project_id = c.project_id
join maker o on o.maker_id = p.owner_id
where
    c.comment_id = $1 and c.deleted_at is null and c.removed_at is null
    and o.status <> 'deleted' and p.deleted_at is null
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $2)
    )
