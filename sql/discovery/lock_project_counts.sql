-- Lock the counters. Every transaction that changes a counter locks its row first.
select project_id from project_stats where project_id = any($1) order by project_id for no key update
