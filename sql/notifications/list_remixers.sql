-- Lists the recipients of a new workflow version: owners and editors of the workflows that pull from it, if they can
-- see it. Reads the family in batches (workflow_root_workflow_id_idx). Each workflow of the family returns a row, so
-- that the caller knows the end of the batch; maker_id is null without a recipient.
with family as (
    select f.workflow_id, f.project_id, v.workflow_id as upstream_id
    from (
        select w.workflow_id, w.project_id, w.upstream_version_id
        from workflow w
        where
            w.root_workflow_id = (select r.root_workflow_id from workflow r where r.workflow_id = $1)
            and w.workflow_id > $2
        order by w.workflow_id
        limit $3::bigint
    ) f
    left join workflow_version v on v.version_id = f.upstream_version_id
)

select f.workflow_id, f.project_id, t.maker_id
from family f
left join lateral (
    select b.maker_id
    from project_member b
    join maker m on m.maker_id = b.maker_id and m.status = 'active'
    left join notification_preference c on c.maker_id = b.maker_id
    where
        f.upstream_id = $1 and b.project_id = f.project_id and b.role in ('owner', 'editor')
        and b.maker_id is distinct from $4::uuid and ('upstream_changed' = any(c.muted)) is not true
        and exists (select from project q where q.project_id = f.project_id and q.deleted_at is null)
        and exists (
            select from workflow u
            join project p on p.project_id = u.project_id and p.deleted_at is null
            where
                u.workflow_id = $1
                and (
                    (p.visibility <> 'private' and p.status in ('published', 'archived'))
                    or (
                        select true from project_member s where s.project_id = p.project_id and s.maker_id = b.maker_id
                    )
                )
        )
) t on true
order by f.workflow_id, t.maker_id
