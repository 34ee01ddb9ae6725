-- A project that everybody may read, by its address.
select p.project_id, o.handle, o.display_name, p.slug, p.title, p.tagline, p.published_at
from maker o
join project p on p.owner_id = o.maker_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and p.visibility <> 'private'
    and p.status in ('published', 'archived')
