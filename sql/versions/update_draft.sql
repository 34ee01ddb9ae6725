-- The caller holds the lock of lock_draft and has checked the role and the draft's version.
update workflow_draft d
set content = $2::jsonb, content_hash = $3, version = d.version + 1, updated_at = $5, updated_by = $4
from workflow w
join maker u on u.maker_id = $4
left join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
where d.workflow_id = $1 and w.workflow_id = d.workflow_id
returning
    d.workflow_id, d.content::text as content, d.version, d.content_hash is distinct from h.content_hash as changed,
    d.updated_at, u.handle, u.display_name
