-- Under the locks of lock_stats_of and lock_comment. Tombstones above it that it was the last reply of go with it, by a
-- trigger (migrations/0013_discussion).
delete from comment where comment_id = $1
