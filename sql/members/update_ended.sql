-- Requires the lock of lock_received. $2 is the maker who accepted, or null if the invitation is declined.
update invitation set ended_at = $3, accepted_by = $2 where invitation_id = $1
