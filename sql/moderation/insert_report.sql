insert into report (report_id, case_id, reporter_id, reason, note, snapshot_id, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
