-- See list_projects.
select {versions/workflow.columns}, page.score, page.found
from (
    select r.id, r.score, r.found
    from (
        select f.id, f.score, count(*) over () as found from search_ranked('workflow', $1, $2) f where f.score is not null
    ) r
    where (r.score, r.id) < ($3, $4)
    order by r.score desc, r.id desc
    limit 101
) page
join workflow w on w.workflow_id = page.id
join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
where p.status = 'published' and p.visibility = 'public' and p.deleted_at is null and o.status <> 'deleted'
order by page.score desc, page.id desc
limit $5
