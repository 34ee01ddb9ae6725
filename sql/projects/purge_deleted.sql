-- In portions (project_deleted_at_idx). What belongs to a project goes with it. A row that is being restored is skipped.
-- An array: a join to the portion was planned as a read of all projects.
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
