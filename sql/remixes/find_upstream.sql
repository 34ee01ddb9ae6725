-- The current address of the source of an editor's remix. No row when the source is deleted, removed, or hidden from
-- the editor. A removed source gives no row even when the editor may still see it.
-- `base` is the version last pulled, `theirs` the newest of the source, `ours` the newest of the remix.
select
    ours.version_id as ours_id, base.version_id as base_id, base.number as base_number, theirs.version_id as theirs_id,
    theirs.number as theirs_number, u.workflow_id, o.handle, p.slug as project, u.slug, u.title
from workflow w
join project_member e on e.project_id = w.project_id
join workflow_version ours on ours.workflow_id = w.workflow_id and ours.number = w.head_number
join workflow_version base on base.version_id = w.upstream_version_id
join workflow u on u.workflow_id = base.workflow_id
join workflow_version theirs on theirs.workflow_id = u.workflow_id and theirs.number = u.head_number
join project p on p.project_id = u.project_id
join maker o on o.maker_id = p.owner_id
where
    w.workflow_id = $1 and e.maker_id = $2 and e.role = any($3)
    and o.status <> 'deleted' and p.deleted_at is null and p.status <> 'removed'
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $2)
    )
