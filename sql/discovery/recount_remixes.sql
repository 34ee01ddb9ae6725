-- Synchronize counted_remix with public_remix for the remixes of the given projects. Run it before lock_project_counts,
-- because it locks owners and sources first.
select from recount_remixes(
    array(
        select r.workflow_id from public_remix r where r.source_project_id = any($1)
        union
        select c.workflow_id from counted_remix c where c.source_project_id = any($1)
    )
)
