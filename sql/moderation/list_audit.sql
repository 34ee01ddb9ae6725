-- The log backwards (ids are UUIDv7), with the names of today. It grows by what admins do by hand: the filters need no
-- plan of their own. Its inner limit: see projects/list_newest.
select
    page.audit_id, page.admin, page.action, page.target_kind, page.target_id, page.target, page.detail, page.created_at
from (
    select
        l.audit_id, a.handle as admin, l.action, l.target_kind, l.target_id, l.detail::text as detail, l.created_at,
        case l.target_kind
            when 'maker' then (select m.handle from maker m where m.maker_id = l.target_id)
            when 'tool' then (select t.slug from tool t where t.tool_id = l.target_id)
            when 'suggestion' then (select g.name from tool_suggestion g where g.suggestion_id = l.target_id)
            when 'project' then (
                select o.handle || '/' || p.slug
                from project p join maker o on o.maker_id = p.owner_id
                where p.project_id = l.target_id
            )
            when 'workflow' then (
                select o.handle || '/' || p.slug || '/' || w.slug
                from workflow w
                join project p on p.project_id = w.project_id
                join maker o on o.maker_id = p.owner_id
                where w.workflow_id = l.target_id
            )
        end as target
    from audit_log l
    left join maker a on a.maker_id = l.admin_id
    where
        ($1::text is null or a.handle = $1) and ($2::text is null or l.action = $2)
        and ($3::uuid is null or l.target_id = $3) and l.audit_id < $4
    order by l.audit_id desc
    limit 101
) page
order by page.audit_id desc
limit $5
