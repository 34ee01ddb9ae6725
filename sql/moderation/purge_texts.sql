-- Empty the notes and delete the snapshots of cases settled before $1. Reports, their reasons and their outcomes stay.
-- Run in batches (report_case_settled_at_idx).
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
