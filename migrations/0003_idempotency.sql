-- Answers of creating POSTs, kept for a day, so that a repeat under the same Idempotency-Key happens once.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table idempotency_key (
    maker_id uuid not null,
    route text not null,
    key text not null,
    -- BLAKE2b of the body: another body under the same key is refused.
    body_hash bytea not null,
    status integer not null,
    headers jsonb not null,
    body bytea not null,
    created_at timestamptz not null,
    constraint idempotency_key_pkey primary key (maker_id, route, key),
    constraint idempotency_key_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade
);
create index idempotency_key_created_at_idx on idempotency_key (created_at);
