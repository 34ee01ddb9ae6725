-- Return why a project was removed, for one of its members.
select r.reason, r.note, r.removed_at
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
join removal r on r.project_id = p.project_id and r.comment_id is null
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and p.status = 'removed'
    and m.maker_id = $3
