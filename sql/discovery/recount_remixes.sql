-- Makes the rows of counted_remix those of public_remix, for the remixes of some projects. Before lock_project_counts: it
-- locks owners and sources first.
select from recount_remixes(
    array(
        select r.workflow_id from public_remix r where r.source_project_id = any($1)
        union
        select c.workflow_id from counted_remix c where c.source_project_id = any($1)
    )
)
