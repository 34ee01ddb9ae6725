-- Insert version 1 of a fork as a copy of another workflow's version. A separate update moves the head, because that
-- update fires the triggers of tool_use.
with copied as (
    insert into workflow_version (
        version_id, workflow_id, number, changelog, content_hash, content, steps, variables, author_id, created_at,
        bytes
    )
    select $1, $2, 1, $4, v.content_hash, v.content, v.steps, v.variables, $5, $6,
        coalesce(v.bytes, octet_length(v.content::text))
    from workflow_version v
    where v.version_id = $3
),

stepped as (
    insert into workflow_step (version_id, position, key, kind, title, tool_id, model)
    select $1, s.position, s.key, s.kind, s.title, s.tool_id, s.model
    from workflow_step s
    where s.version_id = $3
)

update workflow set head_number = 1 where workflow_id = $2
