-- Returns committed notifications with the unread count of their makers, for publication to the streams.
select
    s.notification_id, s.seq, s.kind, s.actors, s.events, s.newest, s.of_project, s.project_handle, s.project_slug,
    s.project_title, s.is_own, s.workflow_slug, s.workflow_title, s.upstream_handle, s.upstream_title,
    s.version_number, s.comment_id, s.note, s.created_at, s.updated_at, s.read_at, s.maker_id, b.unread
from notification_shown s
join notification_box b on b.maker_id = s.maker_id
where s.notification_id = any($1::uuid[])
order by s.seq
