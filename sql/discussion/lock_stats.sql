-- Lock a project's counters before its number of comments changes. The lock serializes replies and deletions: each sees
-- whether the other's comment exists.
select project_id from project_stats where project_id = $1 for no key update
