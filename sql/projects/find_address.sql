-- Find the current address of a project by a former slug, a former handle of its owner, or both. A slug in use takes
-- precedence over a former slug. Return a row only if the viewer may see the project, as in find_by_slug.
with owner as (
    select maker_id from maker where handle = $1
    union all
    select maker_id from handle_reservation where handle = $1 and reserved_until > $4
),

named as (
    select p.project_id, 0 as age from owner o join project p on p.owner_id = o.maker_id and p.slug = $2
    union all
    select s.project_id, 1 as age from owner o join project_slug s on s.owner_id = o.maker_id and s.slug = $2
),

target as (
    select project_id from named order by age limit 1
)

select o.handle, p.slug
from target t
join project p on p.project_id = t.project_id and p.deleted_at is null
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
left join project_member m on m.project_id = p.project_id and m.maker_id = $3
where m.role is not null or (p.visibility <> 'private' and p.status in ('published', 'archived'))
