-- Batched lookups of a version by number, by label, or the latest when both are null. Plan and access rule:
-- find_workflow. The content is left out: it never changes, and version_cache.py reads it once (find_content).
select
    k.ord, f.version_id, f.workflow_id, f.number, f.changelog, f.content_hash, f.steps, f.variables, f.handle,
    f.display_name, f.labels, f.created_at
from
    unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::uuid[])
    with ordinality as k (handle, slug, workflow, number, label, viewer_id, ord)
cross join lateral (
    select
        v.version_id, v.workflow_id, v.number, v.changelog, v.content_hash, v.steps, v.variables, a.handle,
        a.display_name,
        array(
            select l.name from workflow_label l
            where l.workflow_id = v.workflow_id and l.number = v.number
            order by l.name
        ) as labels,
        v.created_at
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
