-- Once for each text that was reported. The update that changes nothing is what returns the row that is there.
insert into report_snapshot (snapshot_id, case_id, digest, content, taken_at)
values ($1, $2, $3, $4::jsonb, $5)
on conflict on constraint report_snapshot_digest_key do update set digest = excluded.digest
returning snapshot_id
