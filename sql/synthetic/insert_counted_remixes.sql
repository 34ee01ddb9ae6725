-- The view defines which remixes count (0027_community).
insert into counted_remix (workflow_id, source_workflow_id, source_project_id)
select r.workflow_id, r.source_workflow_id, r.source_project_id from public_remix r
