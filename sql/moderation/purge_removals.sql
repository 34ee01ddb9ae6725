-- Of comments that have gone since: there is nothing to give back. Few rows, so all at once.
delete from removal r
where r.comment_id is not null and not exists (select from comment c where c.comment_id = r.comment_id)
