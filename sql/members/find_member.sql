-- Requires the lock of lock_project.
select pm.maker_id, m.handle, m.display_name, m.avatar_url, m.status, pm.role, pm.created_at
from project_member pm
join maker m on m.maker_id = pm.maker_id and m.status <> 'deleted'
where pm.project_id = $1 and m.handle = $2
