-- Store each reported text once. The no-op update makes the statement return the existing row.
insert into report_snapshot (snapshot_id, case_id, digest, content, taken_at)
values ($1, $2, $3, $4::jsonb, $5)
on conflict on constraint report_snapshot_digest_key do update set digest = excluded.digest
returning snapshot_id
