-- Purge projects of makers who deleted their accounts before $1, in batches (maker_deleted_idx, project_slug_key).
with gone as (
    delete from project
    where project_id in (
        select p.project_id
        from maker m
        join project p on p.owner_id = m.maker_id
        where m.status = 'deleted' and m.updated_at < $1
        limit $2::bigint
        for update of p skip locked
    )
    returning project_id
)

select count(*) from gone
