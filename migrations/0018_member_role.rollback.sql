-- transactional: false
set lock_timeout = '2s';

drop index concurrently if exists project_member_role_idx;
