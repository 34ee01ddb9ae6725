-- If two admins settle the case at the same time, the second one finds no row.
update report_case
set status = $2, outcome = $3, answer = $4, settled_by = $5, settled_at = $6, updated_at = $6
where case_id = $1 and status = 'open'
returning target_kind, target_id, reports, reasons
