-- Return the comments $1 and their best replies, level by level, in the order of `place`. The limits are $2 replies per
-- comment and $3 per thread. `held` is the number of replies of a thread on the levels so far. A level ends when the
-- thread is full, so that the shown replies of a comment are always its first ones.
--
-- Each comment is one lookup (lateral join with a limit). The planner cannot estimate the rows of the recursion, and an
-- overestimate would read whole tables.
--
-- A comment on a step is outdated if the head version has no step with this key and content. The steps of a head
-- version are read once per workflow, and not at all if the comment is about the head version.
with recursive thread as (
    select c.comment_id, c.comment_id as root_id, 0::bigint as place, 0::bigint as held, c.replies
    from comment c
    where c.comment_id = any($1)
    union all
    select n.comment_id, n.root_id, n.place, n.held + count(*) over (partition by n.root_id), n.replies
    from (
        select
            r.comment_id, t.root_id, t.held, r.replies,
            row_number() over (partition by t.root_id order by t.place, r.score desc, r.comment_id desc) as place
        from thread t
        cross join lateral (
            select c.comment_id, c.score, c.replies
            from comment c
            where c.parent_id = t.comment_id and t.replies > 0
            order by c.score desc, c.comment_id desc
            limit $2
        ) r
    ) n
    where n.held + n.place <= $3
),

head as materialized (
    select distinct f.workflow_id, f.slug, f.head_number
    from unnest($1) as k (comment_id)
    cross join lateral (
        select w.workflow_id, w.slug, w.head_number
        from comment c
        join workflow w on w.workflow_id = c.workflow_id
        where c.comment_id = k.comment_id
        limit 1
    ) f
),

step as materialized (
    select h.workflow_id, s.step ->> 'key' as key, sha256(convert_to(s.step::text, 'UTF8')) as digest
    from head h
    cross join lateral (
        select v.content
        from workflow_version v
        where v.workflow_id = h.workflow_id and v.number = h.head_number
        limit 1
    ) v
    cross join lateral jsonb_array_elements(v.content -> 'steps') as s (step)
)

select
    f.comment_id, f.project_id, f.parent_id, f.depth, f.handle, f.display_name, f.avatar_url, f.body, f.mentions,
    h.slug as workflow, f.version_number, f.step_key,
    case
        when f.step_key is null or h.head_number = f.version_number then false
        else not exists (
            select from step s where s.workflow_id = f.workflow_id and s.key = f.step_key and s.digest = f.step_digest
        )
    end as outdated,
    f.ups, f.downs, f.score, f.replies, f.version, f.created_at, f.edited_at, f.deleted, f.removed
from thread t
cross join lateral (
    select
        c.comment_id, c.project_id, c.parent_id, c.depth, a.handle, a.display_name, a.avatar_url,
        case when c.removed_at is null then c.body end as body,
        case when c.removed_at is null then c.mentions else '{}' end as mentions,
        c.workflow_id, c.version_number, c.step_key, c.step_digest, c.ups, c.downs, c.score, c.replies, c.version,
        c.created_at, c.edited_at, c.deleted_at is not null as deleted, c.removed_at is not null as removed
    from comment c
    left join maker a
        on a.maker_id = c.author_id and a.status <> 'deleted' and c.deleted_at is null and c.removed_at is null
    where c.comment_id = t.comment_id
    limit 1
) f
left join head h on h.workflow_id = f.workflow_id
order by f.depth, t.place
