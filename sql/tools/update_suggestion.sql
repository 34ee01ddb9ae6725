update tool_suggestion
set status = $2, reason = $3, tool_id = $4, decided_by = $5, decided_at = $6
where suggestion_id = $1
