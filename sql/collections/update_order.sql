-- Requires the lock of `lock`. Puts the listed projects first; the others follow in their current order.
update collection_item i set position = r.position
from (
    select n.project_id, row_number() over (order by k.ord nulls last, n.position, n.project_id)::integer as position
    from collection_item n
    left join unnest($2::uuid[]) with ordinality as k (project_id, ord) on k.project_id = n.project_id
    where n.collection_id = $1
) r
where i.collection_id = $1 and i.project_id = r.project_id
