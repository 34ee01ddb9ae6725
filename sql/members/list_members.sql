-- The maximum number of members limits the list, so it has no pages. Makers with deleted accounts are not shown.
select m.handle, m.display_name, m.avatar_url, pm.role, pm.created_at
from project_member pm
join maker m on m.maker_id = pm.maker_id and m.status <> 'deleted'
where pm.project_id = $1
order by case pm.role when 'owner' then 0 when 'editor' then 1 else 2 end, pm.created_at, pm.maker_id
