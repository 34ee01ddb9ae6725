-- Return a project that the maker can see and add to a collection. A removed project cannot be added.
select p.project_id
from maker o
join project p on p.owner_id = o.maker_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and p.status <> 'removed'
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $3)
    )
