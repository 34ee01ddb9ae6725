-- Lock a comment for a maker who can see its project, to change it or vote on it. `for no key update` does not block
-- the foreign-key checks of votes, but each vote takes this lock too.
select
    c.comment_id, c.project_id, c.author_id, c.body, c.mentions, c.version, c.replies, c.deleted_at is not null as deleted,
    c.removed_at is not null as removed, p.status
from comment c
join project p on p.project_id = c.project_id
join maker o on o.maker_id = p.owner_id
where
    c.comment_id = $1 and o.status <> 'deleted' and p.deleted_at is null
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $2)
    )
for no key update of c
