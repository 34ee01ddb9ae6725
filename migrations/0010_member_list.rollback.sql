-- transactional: false

set lock_timeout = '2s';

drop index concurrently if exists project_own_idx;
create index concurrently if not exists project_own_idx on project (owner_id, created_at desc, project_id desc);
drop index concurrently if exists project_member_maker_id_idx;
create index concurrently if not exists project_member_maker_id_idx on project_member (maker_id);
drop index concurrently if exists project_member_maker_since_idx;
