-- Lists the notifications of a digest: unread, newer than the last digest ($2), of a kind that is not excluded ($3),
-- newest first. Scans notification_unread_idx.
select
    s.notification_id, s.seq, s.kind, s.actors, s.events, s.newest, s.of_project, s.project_handle, s.project_slug,
    s.project_title, s.is_own, s.workflow_slug, s.workflow_title, s.upstream_handle, s.upstream_title,
    s.version_number, s.comment_id, s.note, s.created_at, s.updated_at, s.read_at
from notification_shown s
where s.maker_id = $1 and s.seq > $2 and s.read_at is null and s.kind <> all($3::text[])
order by s.seq desc
limit $4::bigint
