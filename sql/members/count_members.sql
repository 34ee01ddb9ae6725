-- Count the members that list_members returns.
select count(*)
from project_member pm
join maker m on m.maker_id = pm.maker_id and m.status <> 'deleted'
where pm.project_id = $1
