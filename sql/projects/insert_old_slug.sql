-- If two projects gave up the same slug, redirect to the project that gave it up last.
insert into project_slug (owner_id, slug, project_id, created_at)
values ($1, $2, $3, $4)
on conflict (owner_id, slug) do update set project_id = excluded.project_id, created_at = excluded.created_at
