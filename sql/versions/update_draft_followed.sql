-- Update a draft without edits, whose hash equals that of the last version ($4), to the content of the new version.
update workflow_draft
set content = $2::jsonb, content_hash = $3, version = version + 1, updated_at = $6, updated_by = $5
where workflow_id = $1 and content_hash = $4 and content_hash <> $3
