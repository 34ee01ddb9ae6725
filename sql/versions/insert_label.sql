-- Insert a label or move it to another version. No row means that the workflow has the maximum number of labels ($5).
-- The caller has locked the workflow. workflow_label_number_fkey rejects a missing version.
insert into workflow_label (workflow_id, name, number, updated_at)
select $1, $2, $3, $4
where
    (select count(*) from workflow_label l where l.workflow_id = $1) < $5::bigint
    or exists (select from workflow_label l where l.workflow_id = $1 and l.name = $2)
on conflict on constraint workflow_label_pkey do update set number = excluded.number, updated_at = excluded.updated_at
returning name
