-- Return a project in any state with its removal, for admins.
select
    p.project_id, p.deleted_at, p.status_before_removal,
    p.visibility <> 'private' and p.status in ('published', 'archived') and p.deleted_at is null
    and o.status <> 'deleted' as is_out,
    r.reason, r.note, r.removed_at
from maker o
join project p on p.owner_id = o.maker_id
left join removal r on r.project_id = p.project_id and r.comment_id is null
where o.handle = $1 and p.slug = $2
