-- Move up to $2 projects below their tier's minimum, and their workflows, to the next tier. Rows locked by a concurrent
-- write are skipped until the next run.
with gone as (
    select s.project_id
    from project_search s
    join search_floor f on f.tier = s.tier and s.hot < f.hot
    where s.tier = $1
    limit $2
    for no key update of s skip locked
),
moved as (
    update project_search s set tier = s.tier + 1
    from gone g
    where s.project_id = g.project_id
    returning s.project_id
),
followed as (
    update workflow_search w set tier = $1 + 1
    from gone g
    where w.project_id = g.project_id
    returning w.workflow_id
)
select count(*) from moved
