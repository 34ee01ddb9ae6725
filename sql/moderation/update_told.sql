-- Mark a batch of reporters in the transaction that notifies them of the outcome. `skip locked`: a concurrent worker
-- with the same job takes other rows.
update report set told_at = $2
where report_id in (
    select r.report_id from report r
    where r.case_id = $1 and r.told_at is null and r.reporter_id is not null
    order by r.report_id
    limit $3::bigint
    for update skip locked
)
returning report_id, reporter_id
