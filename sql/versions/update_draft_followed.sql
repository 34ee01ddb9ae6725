-- A draft that holds no edits of its own, being what the last version was ($4), goes along to the next one.
update workflow_draft
set content = $2::jsonb, content_hash = $3, version = version + 1, updated_at = $6, updated_by = $5
where workflow_id = $1 and content_hash = $4 and content_hash <> $3
