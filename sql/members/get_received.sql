-- Return an invitation by the id in its link, if the maker may use it. An invitation by handle is only for the invited
-- maker; an invitation to an address is for any maker with the link.
select {members/received.columns}
from invitation i
join project p on p.project_id = i.project_id and p.deleted_at is null and p.status <> 'removed'
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
where
    i.invitation_id = $1 and (i.maker_id is null or i.maker_id = $2) and i.ended_at is null and i.expires_at > $3
