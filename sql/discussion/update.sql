-- Requires the lock of lock_comment.
update comment set body = $2, mentions = $3, version = version + 1, edited_at = $4 where comment_id = $1
