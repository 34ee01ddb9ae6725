-- Return the recipient and the sender of an invitation, for the worker. `earlier` counts recent invitations to the same
-- person, by invitation_maker_id_idx and invitation_email_idx. Return no row for a member or a suspended account.
with addressed as (
    select
        i.invitation_id, i.project_id, i.role, i.created_at, i.maker_id, coalesce(invited.email, i.email) as email
    from invitation i
    left join maker invited on invited.maker_id = i.maker_id
    where i.invitation_id = $1 and i.ended_at is null and i.expires_at > $2
)

select
    a.email, o.handle as owner_handle, a.role,
    (
        select count(*)
        from invitation e
        where
            (e.maker_id = known.maker_id or lower(e.email collate "C") = lower(a.email collate "C"))
            and e.created_at > a.created_at - $3::interval
            and (e.created_at, e.invitation_id) < (a.created_at, a.invitation_id)
    ) as earlier
from addressed a
join project p on p.project_id = a.project_id and p.deleted_at is null and p.status not in ('archived', 'removed')
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
left join maker known on lower(known.email collate "C") = lower(a.email collate "C")
where
    a.email is not null and known.status is distinct from 'suspended'
    and not exists (
        select from project_member m where m.project_id = a.project_id and m.maker_id = known.maker_id
    )
