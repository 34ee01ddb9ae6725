-- A portion of the reporters who have not heard of the outcome, marked in the transaction that tells them. Another
-- worker with the same job takes others.
update report set told_at = $2
where report_id in (
    select r.report_id from report r
    where r.case_id = $1 and r.told_at is null and r.reporter_id is not null
    order by r.report_id
    limit $3::bigint
    for update skip locked
)
returning report_id, reporter_id
