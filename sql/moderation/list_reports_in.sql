-- List the first reports of a case with their reporters (report_once_key). The limit is what a person can read.
select r.report_id, m.handle as reporter, r.reason, r.note, r.snapshot_id, r.created_at
from report r
left join maker m on m.maker_id = r.reporter_id
where r.case_id = $1
order by r.report_id
limit $2
