-- Purge deleted projects in batches (project_deleted_at_idx); their dependent rows are deleted, too. Skip a project
-- that is being restored. The ids are an array because a join with the batch was planned as a scan of all projects.
with gone as (
    delete from project
    where project_id = any(
        array(
            select project_id from project where deleted_at < $1
            order by deleted_at
            limit $2::bigint
            for update skip locked
        )
    )
    returning project_id
)

select count(*) from gone
