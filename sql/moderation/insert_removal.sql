-- Record the reason of a removal. A later reason replaces an earlier one. Return no row if nothing changes.
insert into removal (removal_id, project_id, comment_id, collection_id, reason, note, removed_by, removed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict on constraint removal_target_key do update
set reason = excluded.reason, note = excluded.note, removed_by = excluded.removed_by
where (removal.reason, removal.note) <> (excluded.reason, excluded.note)
returning removal_id
