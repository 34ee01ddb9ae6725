-- Requires the lock of `lock`. A new item goes to the end; an existing item keeps its position. Returns true if a row
-- changed.
insert into collection_item as i (
    collection_id, project_id, position, note, workflow_id, version_number, added_at
)
select
    $1, $2, coalesce((select max(n.position) from collection_item n where n.collection_id = $1), 0) + 1, $3, $4, $5, $6
on conflict on constraint collection_item_pkey do update
set note = excluded.note, workflow_id = excluded.workflow_id, version_number = excluded.version_number
where (i.note, i.workflow_id, i.version_number)
is distinct from (excluded.note, excluded.workflow_id, excluded.version_number)
returning true
