-- The stars of a maker who left, in portions. The projects are held and in one order, as the counters that triggers
-- lock (migrations/0011); one that is being purged is skipped, its stars go with it.
with held as (
    select t.project_id
    from star t
    join project p on p.project_id = t.project_id
    where t.maker_id = $1
    order by t.project_id
    limit $2::bigint
    for key share of p skip locked
),

gone as (
    delete from star t using held where t.project_id = held.project_id and t.maker_id = $1
    returning t.project_id
)

select count(*) from gone
