-- Delete removals of comments that no longer exist: nothing can be restored. They are few, so one statement deletes
-- all.
delete from removal r
where r.comment_id is not null and not exists (select from comment c where c.comment_id = r.comment_id)
