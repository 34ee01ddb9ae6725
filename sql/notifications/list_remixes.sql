-- Lists the remixes in a newly published project whose sources are in other projects. A project has few workflows. The
-- author of the first version made the remix.
select
    w.workflow_id, s.workflow_id as source_workflow_id, p.project_id as source_project_id,
    p.owner_id as source_owner_id, f.author_id
from workflow w
join workflow_version f on f.workflow_id = w.workflow_id and f.number = 1
join workflow_version v on v.version_id = w.forked_from_version_id
join workflow s on s.workflow_id = v.workflow_id
join project p on p.project_id = s.project_id and p.project_id <> w.project_id and p.deleted_at is null
where w.project_id = $1
order by w.workflow_id
