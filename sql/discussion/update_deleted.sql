-- Requires the locks of lock_stats_of and lock_comment. Leaves an empty tombstone for the replies.
update comment set body = null, mentions = '{}', version = version + 1, deleted_at = $2 where comment_id = $1
