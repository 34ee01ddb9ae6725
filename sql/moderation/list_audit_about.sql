-- Same as list_audit, for one target by audit_log_target_idx. $2 is the target and $3 an admin or null.
select
    l.audit_id, a.handle as admin, l.action, l.target_kind, l.target_id,
    case l.target_kind
        when 'maker' then (select m.handle from maker m where m.maker_id = l.target_id)
        when 'tool' then (select t.slug from tool t where t.tool_id = l.target_id)
        when 'suggestion' then (select g.name from tool_suggestion g where g.suggestion_id = l.target_id)
        when 'project' then (
            select o.handle || '/' || p.slug
            from project p
            join maker o on o.maker_id = p.owner_id
            where p.project_id = l.target_id
        )
        when 'collection' then (
            select o.handle || '/' || x.slug
            from collection x
            join maker o on o.maker_id = x.maker_id
            where x.collection_id = l.target_id
        )
        when 'workflow' then (
            select o.handle || '/' || p.slug || '/' || w.slug
            from workflow w
            join project p on p.project_id = w.project_id
            join maker o on o.maker_id = p.owner_id
            where w.workflow_id = l.target_id
        )
    end as target,
    l.detail::text as detail, l.created_at
from (
    select l.audit_id, l.admin_id, l.action, l.target_kind, l.target_id, l.detail, l.created_at
    from audit_log l
    where l.target_kind = any($1) and l.target_id = $2
        and ($3::uuid is null or l.admin_id = $3) and ($4::text is null or l.action = $4) and l.audit_id < $5
    order by l.audit_id desc
    limit 101
) l
left join maker a on a.maker_id = l.admin_id
order by l.audit_id desc
limit $6
