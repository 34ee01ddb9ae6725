-- List the pending invitations of a project (invitation_project_id_idx). The list is short, so it has no pages.
select i.invitation_id, m.handle, i.email, i.role, i.created_at, i.expires_at
from invitation i
left join maker m on m.maker_id = i.maker_id
where i.project_id = $1 and i.ended_at is null and i.expires_at > $2 and m.status is distinct from 'deleted'
order by i.created_at desc, i.invitation_id desc
