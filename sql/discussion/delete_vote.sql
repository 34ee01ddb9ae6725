-- Requires the lock of lock_comment.
delete from comment_vote where comment_id = $1 and maker_id = $2
