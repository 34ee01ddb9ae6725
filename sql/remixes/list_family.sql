-- The family of a workflow, the oldest first. Ids are UUIDv7 (RFC 9562 §5.7), so each workflow follows its source. The
-- result has the first $4 of the family (workflow_root_workflow_id_idx), the ancestors of this workflow (at most $3
-- levels), and its first $4 forks. Ancestors and forks are included even in a larger family.
-- Rows that the viewer may not see are included; the handler omits or blanks them. Unlisted workflows are visible only
-- as ancestors, where remixes already name them, because lists omit unlisted projects.
with recursive self as (
    select workflow_id, root_workflow_id, forked_from_version_id from workflow where workflow_id = $1
),

up (workflow_id, forked_from_version_id, steps) as (
    select s.workflow_id, s.forked_from_version_id, 0 from self s
    union all
    select w.workflow_id, w.forked_from_version_id, u.steps + 1
    from up u
    join workflow_version v on v.version_id = u.forked_from_version_id
    join workflow w on w.workflow_id = v.workflow_id
    where u.steps < $3::integer
),

family as (
    select u.workflow_id from up u
    union
    (
        select w.workflow_id from workflow w
        where w.root_workflow_id = (select s.root_workflow_id from self s)
        order by w.workflow_id
        limit $4::integer
    )
    union
    (
        select w.workflow_id from workflow_version v
        join workflow w on w.forked_from_version_id = v.version_id
        where v.workflow_id = $1
        order by w.workflow_id
        limit $4::integer
    )
)

select
    w.workflow_id, v.workflow_id as parent_id, w.forked_from_number, o.handle, p.slug as project, w.slug, w.title,
    w.head_number, w.created_at,
    o.status <> 'deleted' and p.deleted_at is null
    and (
        (
            p.status in ('published', 'archived') and w.head_number is not null
            and (
                p.visibility = 'public'
                or (p.visibility = 'unlisted' and w.workflow_id in (select u.workflow_id from up u))
            )
        )
        or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $2) is true
    ) as is_seen
from family f
join workflow w on w.workflow_id = f.workflow_id
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
left join workflow_version v on v.version_id = w.forked_from_version_id
order by w.workflow_id
