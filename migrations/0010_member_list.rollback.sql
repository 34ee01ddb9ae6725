-- transactional: false
-- No drops first, as the file itself has: yoyo runs this also when that fails, while what stands here is in use.

set lock_timeout = '2s';

create index concurrently if not exists project_own_idx on project (owner_id, created_at desc, project_id desc);
create index concurrently if not exists project_member_maker_id_idx on project_member (maker_id);
drop index concurrently if exists project_member_maker_since_idx;
