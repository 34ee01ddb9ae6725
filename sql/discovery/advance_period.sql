-- Move a batch of projects published before $2 to the next period, oldest first (project_rank_period_idx). Rows locked
-- by a concurrent star are skipped until the next run.
with due as (
    select project_id, topic
    from project_rank
    where period = $1 and published_at <= $2
    order by published_at
    limit $3::bigint
    for no key update skip locked
),

moved as (
    update project_rank r set period = r.period + 1
    from due
    where r.project_id = due.project_id and r.topic = due.topic
    returning r.project_id
)

select count(*) from moved
