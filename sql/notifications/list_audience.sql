-- Filters the recipients ($2) at delivery. Excludes the actor ($3), inactive makers and makers who muted the kind ($1).
-- Excludes makers without access to the project ($4), invitation ($5), remix ($6) or comment ($7). Excludes everyone
-- when the actor is suspended. A moderator's decision is delivered whether or not its subject is visible. Also checks
-- that the star or follow still exists.
select m.maker_id
from maker m
left join notification_preference f on f.maker_id = m.maker_id
where
    m.maker_id = any($2::uuid[]) and m.status = 'active' and m.maker_id is distinct from $3::uuid
    and ($1::text = any(f.muted)) is not true
    and ($3 is null or exists (select from maker a where a.maker_id = $3 and a.status = 'active'))
    and (
        $4::uuid is null or $1 in ('moderation', 'invitation')
        or exists (
            select from project p
            join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
            where
                p.project_id = $4 and p.deleted_at is null
                and (
                    (p.visibility <> 'private' and p.status in ('published', 'archived'))
                    or (
                        select true from project_member b where b.project_id = p.project_id and b.maker_id = m.maker_id
                    )
                )
        )
    )
    and (
        $5::uuid is null
        or exists (
            select from invitation i
            join project p on p.project_id = i.project_id and p.deleted_at is null and p.status <> 'removed'
            where i.invitation_id = $5 and i.maker_id = m.maker_id and i.ended_at is null and i.expires_at > $8
        )
    )
    and (
        $6::uuid is null
        or exists (
            select from workflow w
            join project p on p.project_id = w.project_id and p.deleted_at is null
            where
                w.workflow_id = $6
                and (
                    (p.visibility <> 'private' and p.status in ('published', 'archived'))
                    or (
                        select true from project_member b where b.project_id = p.project_id and b.maker_id = m.maker_id
                    )
                )
        )
    )
    and (
        $7::uuid is null or $1 = 'moderation'
        or exists (
            select from comment c where c.comment_id = $7 and c.deleted_at is null and c.removed_at is null
        )
    )
    and case
        when $1 = 'star' then exists (select from star s where s.project_id = $4 and s.maker_id = $3)
        when $1 = 'follow' and $4 is null
            then (select true from follow_maker w where w.maker_id = $3 and w.followed_id = m.maker_id)
        when $1 = 'follow'
            then exists (select from follow_project w where w.maker_id = $3 and w.project_id = $4)
        else true
    end
order by m.maker_id
