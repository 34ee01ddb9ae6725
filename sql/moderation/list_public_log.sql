-- List the public moderation log by audit_log_moderation_idx. It contains the action, the kind of target, the reason
-- and the time, but neither the target nor the admin. Inner limit: see projects/list_newest.
select page.*
from (
    select
        l.audit_id, l.action, l.detail ->> 'reason' as reason,
        coalesce((l.detail ->> 'reported')::boolean, false) as reported, l.created_at
    from audit_log l
    where
        l.action in (
            'project.remove', 'project.restore', 'comment.remove', 'comment.restore', 'collection.remove',
            'collection.restore', 'maker.suspend', 'maker.unsuspend'
        )
        and l.audit_id < $1
    order by l.audit_id desc
    limit 101
) page
order by page.audit_id desc
limit $2
