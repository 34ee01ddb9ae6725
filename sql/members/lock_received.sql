-- Lock an invitation to accept or decline it: first the project, as in lock_project, then the invitation. Return an
-- ended invitation only to the maker who accepted it. Do not join the owner: the row would vanish if the owner changes
-- during the wait.
select i.invitation_id, i.project_id, i.role, i.accepted_by, p.status
from invitation i
join project p on p.project_id = i.project_id
where
    i.invitation_id = $1 and (i.maker_id is null or i.maker_id = $2)
    and (i.ended_at is null or i.accepted_by = $2) and i.expires_at > $3
    and p.deleted_at is null and p.status <> 'removed'
for no key update of p
for update of i
