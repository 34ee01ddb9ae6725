-- Return the parent of a reply. The lock of lock_stats keeps it unchanged until the commit.
select comment_id, parent_id, depth, author_id
from comment
where comment_id = $2 and project_id = $1 and deleted_at is null and removed_at is null
