insert into tool (tool_id, slug, name, vendor, url, kind, description, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
