-- Batched lookups by maker_handle_key, project_slug_key and workflow_slug_key. Plan: projects/find_by_slug. A viewer
-- who may see the project sees the workflow once it has a version. Before that, only members see it.
select k.ord, f.*
from
    unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
    with ordinality as k (handle, slug, workflow, viewer_id, ord)
cross join lateral (
    select {versions/workflow.columns}
    from maker o
    join project p on p.owner_id = o.maker_id
    join workflow w on w.project_id = p.project_id
    left join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
    where
        o.handle = k.handle and o.status <> 'deleted' and p.slug = k.slug and p.deleted_at is null
        and w.slug = k.workflow
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived') and w.head_number is not null)
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = k.viewer_id)
        )
    limit 1
) f
