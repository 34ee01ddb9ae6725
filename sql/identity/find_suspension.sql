-- Returns the reason and the admin's note of the latest suspension (audit_log_target_idx).
select l.detail ->> 'reason' as reason, l.detail ->> 'note' as note
from audit_log l
where l.target_kind = 'maker' and l.target_id = $1 and l.action = 'maker.suspend'
order by l.audit_id desc
limit 1
