-- A project that is not followed any more. Both columns are compared with one value: one lookup in the primary key.
-- Gives the project, also when there was nothing to take back; nothing when the maker may not see it.
with place as (
    select p.project_id
    from maker o
    join project p on p.owner_id = o.maker_id
    where
        o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived'))
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $3)
        )
),

gone as (
    delete from follow_project where project_id = (select place.project_id from place) and maker_id = $3
)

select project_id from place
