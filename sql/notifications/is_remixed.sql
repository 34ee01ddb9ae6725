-- Returns whether a new version of a workflow has an audience: another workflow pulls from it
-- (workflow_upstream_version_id_idx), and its own project is published and not private. Called when a version is saved.
select exists (
    select from workflow w
    join project p on p.project_id = w.project_id
    where
        w.workflow_id = $1 and p.visibility <> 'private' and p.status in ('published', 'archived')
        and exists (
            select from workflow_version v
            join workflow f on f.upstream_version_id = v.version_id
            where v.workflow_id = w.workflow_id
        )
) as is_remixed
