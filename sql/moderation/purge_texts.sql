-- What was written about people, and what they had written, goes some time after it was settled; that it was reported,
-- why and with what outcome, stays. In portions (report_case_settled_at_idx).
with old as (
    update report_case set purged = true
    where case_id in (
        select case_id from report_case
        where settled_at < $1 and settled_at is not null and not purged
        order by settled_at
        limit $2::bigint
        for update skip locked
    )
    returning case_id
),

blanked as (
    update report set note = '' where case_id in (select case_id from old) and note <> ''
),

forgotten as (
    delete from report_snapshot where case_id in (select case_id from old)
)

select count(*) from old
