-- Under the lock of lock_received. Accepted by somebody, or with null declined.
update invitation set ended_at = $3, accepted_by = $2 where invitation_id = $1
