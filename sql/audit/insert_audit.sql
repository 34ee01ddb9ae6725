insert into audit_log (audit_id, admin_id, action, target_kind, target_id, detail, created_at)
values ($1, $2, $3, $4, $5, $6::jsonb, $7)
