-- Under the locks of lock_stats_of and lock_comment. A comment with replies leaves a place for them, without a word of it.
update comment set body = null, mentions = '{}', version = version + 1, deleted_at = $2 where comment_id = $1
