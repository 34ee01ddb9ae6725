-- Remove the comment, or restore it if $2 is null. Requires the lock of lock_comment. Triggers update the counters.
update comment set removed_at = $2 where comment_id = $1
