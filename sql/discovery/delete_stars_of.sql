-- The stars of a maker who left, in portions, the latest first (star_maker_idx). The projects are held, so that the
-- purge passes by them; one that it has got hold of is skipped, its stars go with it. The counters are locked in their
-- order by the trigger (migrations/0011).
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
