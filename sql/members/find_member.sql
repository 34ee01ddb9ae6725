-- Requires the lock of lock_project.
select m.handle, m.display_name, m.avatar_url, pm.role, pm.created_at, pm.maker_id, m.status
from project_member pm
join maker m on m.maker_id = pm.maker_id and m.status <> 'deleted'
where pm.project_id = $1 and m.handle = $2
