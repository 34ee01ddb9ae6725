-- A slug that comes into use leads nowhere else any more.
delete from project_slug where owner_id = $1 and slug = $2
