-- Delete the follow of a project. Return the project even if there was no follow, and nothing if the maker cannot see
-- it. Both key columns are compared with one value, so that the plan is one primary-key lookup.
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
