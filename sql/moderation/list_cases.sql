-- List report cases, oldest first, by report_case_status_idx from the cursor position (ids are UUIDv7). Names are the
-- current ones. Inner limit: see projects/list_newest.
select page.*
from (
    select {moderation/case.columns}
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
    where k.status = $1 and k.case_id > $2
    order by k.case_id
    limit 101
) page
order by page.case_id
limit $3
