-- List the reported texts of a case, oldest first (report_snapshot_digest_key).
select s.snapshot_id, s.content::text as content, s.taken_at
from report_snapshot s
where s.case_id = $1
order by s.snapshot_id
limit $2
