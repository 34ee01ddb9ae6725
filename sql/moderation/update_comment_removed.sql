-- Taken away, or with null given back; under the lock of lock_comment. Counters follow by triggers.
update comment set removed_at = $2 where comment_id = $1
