-- For admins, wherever it stands: a removed one with its words, of a deleted one that there is no word left.
select
    c.comment_id, c.project_id, o.handle, p.slug, c.author_id, a.handle as author, c.body, c.created_at, c.edited_at,
    c.deleted_at is not null as deleted, c.removed_at is not null as removed
from comment c
join project p on p.project_id = c.project_id
join maker o on o.maker_id = p.owner_id
join maker a on a.maker_id = c.author_id
where c.comment_id = $1
