select status from report_case where case_id = $1
