-- A new case, or one more report of the one that is open (report_case_open_key). A case that is being settled at this
-- moment is waited for, and then another one begins.
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
