-- Requires the lock of lock_comment. A trigger updates the counts; a repeated vote does not change them.
insert into comment_vote as v (comment_id, maker_id, project_id, value, created_at)
values ($1, $2, $3, $4, $5)
on conflict on constraint comment_vote_pkey do update set value = excluded.value, created_at = excluded.created_at
where v.value <> excluded.value
