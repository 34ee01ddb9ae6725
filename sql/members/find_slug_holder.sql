-- By project_slug_key, which has the last word. Deleted projects hold theirs until they are purged.
select project_id from project where owner_id = $1 and slug = $2
