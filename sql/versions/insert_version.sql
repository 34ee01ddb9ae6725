-- Insert a version and its steps, and move the head to it. The caller holds the lock of lock_workflow. PostgreSQL
-- checks foreign keys at the end of the statement, so its parts may refer to each other's rows.
with saved as (
    insert into workflow_version (
        version_id, workflow_id, number, changelog, content_hash, content, steps, variables, author_id, created_at,
        bytes
    )
    values (
        $1, $2, $3, $4, $5, $6::jsonb, jsonb_array_length($6::jsonb -> 'steps'),
        jsonb_array_length($6::jsonb -> 'variables'), $7, $8, octet_length($6::jsonb::text)
    )
),

stepped as (
    insert into workflow_step (version_id, position, key, kind, title, tool_id, model)
    select
        $1, s.place - 1, s.step ->> 'key', s.step ->> 'kind', s.step ->> 'title', t.tool_id, s.step ->> 'model'
    from jsonb_array_elements($6::jsonb -> 'steps') with ordinality as s (step, place)
    left join tool t on t.slug = s.step ->> 'tool'
)

update workflow set head_number = $3, updated_at = $8 where workflow_id = $2
