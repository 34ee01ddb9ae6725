-- Scans notification_seq_key from the cursor. The inner limit is the maximum page size plus one, as in
-- projects/list_newest.
select
    page.notification_id, page.seq, page.kind, page.actors, page.events, page.newest, page.of_project,
    page.project_handle, page.project_slug, page.project_title, page.is_own, page.workflow_slug, page.workflow_title,
    page.upstream_handle, page.upstream_title, page.version_number, page.comment_id, page.note, page.created_at,
    page.updated_at, page.read_at
from (
    select
        s.notification_id, s.seq, s.kind, s.actors, s.events, s.newest, s.of_project, s.project_handle, s.project_slug,
        s.project_title, s.is_own, s.workflow_slug, s.workflow_title, s.upstream_handle, s.upstream_title,
        s.version_number, s.comment_id, s.note, s.created_at, s.updated_at, s.read_at
    from notification_shown s
    where s.maker_id = $1 and s.seq < $2
    order by s.seq desc
    limit 101
) page
order by page.seq desc
limit $3
