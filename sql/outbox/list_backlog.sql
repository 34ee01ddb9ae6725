-- Counts the backlog for the metrics, every few seconds. Reads the whole table, which contains only the backlog.
select
    kind,
    (count(*) filter (where failed_at is null))::int as waiting,
    (count(*) filter (where failed_at is not null))::int as failed,
    coalesce(extract(epoch from now() - min(due_at) filter (where failed_at is null and due_at <= now())), 0)::float8 as lag
from outbox_job
group by kind
