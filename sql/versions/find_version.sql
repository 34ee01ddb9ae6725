-- Batched lookups of a version by number, by label, or the latest when both are null. Plan and access rule:
-- find_workflow. The content is left out: it never changes, and version_cache.py reads it once (find_content).
select k.ord, f.*
from
    unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::uuid[])
    with ordinality as k (handle, slug, workflow, number, label, viewer_id, ord)
cross join lateral (
    select {versions/version.columns}
    from maker o
    join project p on p.owner_id = o.maker_id
    join workflow w on w.project_id = p.project_id
    join workflow_version v on v.workflow_id = w.workflow_id
    join maker a on a.maker_id = v.author_id
    where
        o.handle = k.handle and o.status <> 'deleted' and p.slug = k.slug and p.deleted_at is null
        and w.slug = k.workflow
        and v.number = case
            when k.number is not null then k.number
            when k.label is null then w.head_number
            else (select l.number from workflow_label l where l.workflow_id = w.workflow_id and l.name = k.label)
        end
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived'))
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = k.viewer_id)
        )
    limit 1
) f
