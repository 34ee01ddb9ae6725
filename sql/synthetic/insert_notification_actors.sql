-- The makers who starred. Requires insert_notifications.
insert into notification_actor (notification_id, actor_id, created_at)
select n.notification_id, s.maker_id, s.created_at
from notification n
join star s on s.project_id = (n.subject ->> 'project_id')::uuid and s.maker_id <> n.maker_id
