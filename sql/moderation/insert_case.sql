-- Open a case, or add a report to the open case (report_case_open_key). If the open case is being settled, wait and
-- then open a new one.
insert into report_case (case_id, target_kind, target_id, reports, reasons, opened_at, updated_at)
values ($1, $2, $3, 1, array[$4::text], $5, $5)
on conflict (target_kind, target_id) where status = 'open' do update
set
    reports = report_case.reports + 1,
    reasons = case
        when $4 = any(report_case.reasons) then report_case.reasons
        else report_case.reasons || $4
    end,
    updated_at = excluded.updated_at
returning case_id
