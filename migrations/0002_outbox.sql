-- The outbox: what has to happen after a transaction is written inside it, and carried out by a worker afterwards.
-- The queue runs on the database's clock: it is the one that all workers share.
set lock_timeout = '2s';

create table outbox_job (
    -- Also the event id: every delivery of one job carries the same.
    job_id       uuid        not null,
    kind         text        not null,
    payload      jsonb       not null,
    -- Two jobs of one key that have not begun are one job. Null for most.
    dedupe_key   text,
    created_at   timestamptz not null,
    -- When the job is next due. While a worker has it: when its claim ends, which is also the name of the claim, so
    -- that a worker that slept through its own cannot settle the next one's.
    due_at       timestamptz not null,
    -- Counted when a job is claimed, not when it fails: a job that kills its process counts too.
    attempts     integer     not null default 0,
    last_error   text,
    -- Set when the job is given up: it stays to be looked at, and nothing delivers it by itself.
    failed_at    timestamptz,
    constraint outbox_job_pk primary key (job_id),
    constraint outbox_job_attempts_check check (attempts >= 0)
);

-- The worker's only frequent read: what is due of a kind, oldest first.
create index outbox_job_due_idx on outbox_job (kind, due_at) where failed_at is null;
create unique index outbox_job_dedupe_key on outbox_job (dedupe_key) where attempts = 0 and failed_at is null;

-- A queue is rewritten and emptied all the time: it is vacuumed by the number of dead rows, not by their share.
alter table outbox_job set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- When each periodic job is next written into the outbox.
create table outbox_schedule (
    name         text        not null,
    next_at      timestamptz not null,
    constraint outbox_schedule_pk primary key (name)
);
