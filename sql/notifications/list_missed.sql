-- list_since for many makers in one statement: each maker's notifications after their own number, oldest first, at most
-- $3 each. The lateral join forces one scan of notification_seq_key per maker, whatever the planner estimates.
select
    s.notification_id, s.seq, s.kind, s.actors, s.events, s.newest, s.of_project, s.project_handle, s.project_slug,
    s.project_title, s.is_own, s.workflow_slug, s.workflow_title, s.upstream_handle, s.upstream_title,
    s.version_number, s.comment_id, s.note, s.created_at, s.updated_at, s.read_at, s.maker_id
from unnest($1::uuid[], $2::bigint[]) as w (maker_id, after)
cross join lateral (
    select
        n.notification_id, n.seq, n.kind, n.actors, n.events, n.newest, n.of_project, n.project_handle, n.project_slug,
        n.project_title, n.is_own, n.workflow_slug, n.workflow_title, n.upstream_handle, n.upstream_title,
        n.version_number, n.comment_id, n.note, n.created_at, n.updated_at, n.read_at, n.maker_id
    from notification_shown n
    where n.maker_id = w.maker_id and n.seq > w.after
    order by n.seq
    limit $3
) s
order by s.maker_id, s.seq
