-- Return null if the invitation is not pending or belongs to another project.
update invitation set ended_at = $3
where invitation_id = $2 and project_id = $1 and ended_at is null and expires_at > $3
returning invitation_id
