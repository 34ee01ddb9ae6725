-- Return one row of list_cases.
select
    k.case_id, k.target_kind, k.target_id, o.handle, coalesce(p.slug, x.slug) as slug, w.slug as workflow, b.handle as author, b.maker_id as author_id,
    case
        when o.maker_id is null or o.status = 'deleted' or c.deleted_at is not null then 'gone'
        when k.target_kind = 'maker' then o.status
        when coalesce(c.removed_at, x.removed_at) is not null then 'removed'
        when x.visibility = 'private' then 'private'
        when k.target_kind = 'collection' then 'published'
        when p.deleted_at is not null then 'deleted'
        when p.status in ('draft', 'removed') then p.status
        when p.visibility = 'private' then 'private'
        else p.status
    end as standing,
    k.status, k.reports, k.reasons, k.opened_at, k.updated_at, k.settled_at, a.handle as settled_by, k.outcome,
    k.answer
from report_case k
left join comment c on k.target_kind = 'comment' and c.comment_id = k.target_id
left join workflow w on k.target_kind = 'workflow' and w.workflow_id = k.target_id
left join project p on p.project_id = case k.target_kind
    when 'project' then k.target_id
    when 'workflow' then w.project_id
    when 'comment' then c.project_id
end
left join collection x on k.target_kind = 'collection' and x.collection_id = k.target_id
left join maker o on o.maker_id = case k.target_kind
    when 'maker' then k.target_id
    when 'collection' then x.maker_id
    else p.owner_id
end
left join maker b on b.maker_id = coalesce(c.author_id, o.maker_id) and b.status <> 'deleted'
left join maker a on a.maker_id = k.settled_by
where k.case_id = $1
