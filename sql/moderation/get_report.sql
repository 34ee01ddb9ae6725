-- Return one row of list_reports_of to its reporter.
select
    r.report_id, k.target_kind, k.target_id, t.handle, t.slug, t.workflow, r.reason, r.note, k.status, k.answer,
    r.created_at, k.settled_at
from report r
join report_case k on k.case_id = r.case_id
left join lateral (
    select o.handle, coalesce(p.slug, x.slug) as slug, w.slug as workflow
    from (select k.target_kind as kind, k.target_id as id) n
    left join comment c on n.kind = 'comment' and c.comment_id = n.id
    left join workflow w on n.kind = 'workflow' and w.workflow_id = n.id
    left join project p on p.project_id = case n.kind
        when 'project' then n.id
        when 'workflow' then w.project_id
        when 'comment' then c.project_id
    end
    left join collection x on n.kind = 'collection' and x.collection_id = n.id
    join maker o on o.maker_id = case n.kind
        when 'maker' then n.id
        when 'collection' then x.maker_id
        else p.owner_id
    end
    where
        o.status <> 'deleted'
        and (
            n.kind = 'maker'
            or (x.visibility <> 'private' and x.removed_at is null)
            or x.maker_id = $2
            or (
                p.deleted_at is null
                and (
                    (p.visibility <> 'private' and p.status in ('published', 'archived'))
                    or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $2)
                )
            )
        )
    limit 1
) t on true
where r.report_id = $1 and r.reporter_id = $2
