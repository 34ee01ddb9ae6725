update tool
set name = $2, vendor = $3, url = $4, kind = $5, description = $6, version = version + 1, updated_at = $7
where tool_id = $1
