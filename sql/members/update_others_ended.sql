-- Who is a member now is invited by handle no more. What waits for an address stays: that it is theirs was not said.
update invitation set ended_at = $3 where project_id = $1 and maker_id = $2 and ended_at is null
