-- Check the slug in advance; project_slug_key enforces it. Deleted projects keep their slugs until they are purged.
select project_id from project where owner_id = $1 and slug = $2
