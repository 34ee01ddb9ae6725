insert into tool_suggestion (suggestion_id, maker_id, name, url, kind, note, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
