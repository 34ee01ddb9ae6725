-- Delete a batch of a departed maker's stars, newest first (star_maker_idx). The statement locks the projects, so that
-- the purge skips them. It skips projects that the purge has locked: the purge deletes their stars. The trigger locks
-- the counters in their order (migrations/0011).
with held as (
    select t.project_id
    from star t
    join project p on p.project_id = t.project_id
    where t.maker_id = $1
    order by t.created_at desc, t.project_id desc
    limit $2::bigint
    for key share of p skip locked
),

gone as (
    delete from star t using held where t.project_id = held.project_id and t.maker_id = $1
    returning t.project_id
)

select count(*) from gone
