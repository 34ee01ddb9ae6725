-- Why a maker was suspended last, in the admin's words: along audit_log_target_idx.
select l.detail ->> 'reason' as reason, l.detail ->> 'note' as note
from audit_log l
where l.target_kind = 'maker' and l.target_id = $1 and l.action = 'maker.suspend'
order by l.audit_id desc
limit 1
