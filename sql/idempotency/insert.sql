-- A conflict is always an expired row, because the advisory lock excludes concurrent requests.
insert into idempotency_key (maker_id, route, key, body_hash, status, headers, body, created_at)
values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8)
on conflict on constraint idempotency_key_pkey do update
set body_hash = excluded.body_hash,
    status = excluded.status,
    headers = excluded.headers,
    body = excluded.body,
    created_at = excluded.created_at
