-- A slug in use must not redirect to another project.
delete from project_slug where owner_id = $1 and slug = $2
