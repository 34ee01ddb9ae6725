-- A project that the maker may see and put into a collection; one that was removed is put nowhere.
select p.project_id
from maker o
join project p on p.owner_id = o.maker_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and p.status <> 'removed'
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $3)
    )
