-- The project, for a maker who writes a comment and may see it (see projects/find_by_slug), and whom it concerns: its
-- owner and its editors. Their own row is locked before the counters, as it is when an account is deleted: of the two,
-- one waits. The project is not: comments go on while it is edited.
select
    p.project_id, p.status, a.status as maker_status,
    array(
        select m.maker_id from project_member m
        where m.project_id = p.project_id and m.role in ('owner', 'editor')
        order by m.maker_id
    ) as workers
from maker o
join project p on p.owner_id = o.maker_id
join maker a on a.maker_id = $3
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or exists (select from project_member m where m.project_id = p.project_id and m.maker_id = $3)
    )
for key share of a
