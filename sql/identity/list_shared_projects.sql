-- Lists a maker's projects with other members, who would lose them with the owner's account (project_slug_key).
select p.slug
from project p
where
    p.owner_id = $1 and p.deleted_at is null
    and exists (
        select from project_member m
        join maker o on o.maker_id = m.maker_id and o.status <> 'deleted'
        where m.project_id = p.project_id and m.maker_id <> $1
    )
order by p.slug
limit $2
