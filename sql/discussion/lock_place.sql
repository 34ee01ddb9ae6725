-- Return the project for an author who can see it (see projects/find_by_slug), with the ids of its owner and editors,
-- and the author. Locks the author's row before the counters, in the order of the account deletion, to prevent a
-- deadlock. Does not lock the project, so that comments continue during an edit. $4 also locks the counters, as in
-- lock_stats. `stats` depends on `place` and therefore locks after it.
with place as materialized (
    select p.project_id, p.status, a.status as maker_status, a.handle, a.display_name, a.avatar_url
    from maker o
    join project p on p.owner_id = o.maker_id
    join maker a on a.maker_id = $3
    where
        o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived'))
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $3)
        )
    for key share of a
),

stats as materialized (
    select s.project_id
    from project_stats s
    where $4 and s.project_id = (select place.project_id from place)
    for no key update
)

select
    place.project_id, place.status, place.maker_status, place.handle, place.display_name, place.avatar_url,
    array(
        select m.maker_id from project_member m
        where m.project_id = place.project_id and m.role in ('owner', 'editor')
        order by m.maker_id
    ) as workers
from place
where not $4 or exists (select from stats)
