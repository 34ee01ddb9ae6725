-- Requires the locks of lock_stats_of and lock_comment. A trigger also deletes tombstones above the comment that have
-- no other reply (migrations/0013_discussion).
delete from comment where comment_id = $1
