-- Return the items in order, along collection_item_order_idx from the cursor's position. Items that the viewer cannot
-- see (projects/find_by_slug) are omitted. A collection has at most MAX_ITEMS items, which bounds the number of skipped
-- rows.
select
    p.project_id, {projects/summary.columns}, s.stars, p.published_at, i.position, i.note, i.added_at,
    w.slug as workflow, w.title as workflow_title, i.version_number
from collection_item i
join project p on p.project_id = i.project_id and p.deleted_at is null
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
join project_stats s on s.project_id = p.project_id
left join workflow w on w.workflow_id = i.workflow_id
where
    i.collection_id = $1 and (i.position, i.project_id) > ($3, $4)
    and (
        (p.visibility <> 'private' and p.status in ('published', 'archived'))
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $2)
    )
order by i.position, i.project_id
limit $5
