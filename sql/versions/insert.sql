-- Insert a workflow and its draft in one statement, so that every workflow has a draft.
with made as (
    insert into workflow (workflow_id, project_id, slug, title, summary, root_workflow_id, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $1, $9, $9)
    returning workflow_id, created_at
)

insert into workflow_draft (workflow_id, content, content_hash, updated_at, updated_by)
select made.workflow_id, $6::jsonb, $7, made.created_at, $8 from made
