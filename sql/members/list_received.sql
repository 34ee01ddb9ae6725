-- List the pending invitations of a maker, by handle or by address. The query scans two indexes
-- (invitation_maker_id_idx, invitation_email_idx); a maker never has many invitations.
select {members/received.columns}
from invitation i
join project p on p.project_id = i.project_id and p.deleted_at is null and p.status <> 'removed'
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
where
    (
        i.maker_id = $1
        or lower(i.email collate "C") = (select lower(m.email collate "C") from maker m where m.maker_id = $1)
    )
    and i.ended_at is null and i.expires_at > $2
    and (i.created_at, i.invitation_id) < ($3, $4)
order by i.created_at desc, i.invitation_id desc
limit $5
