-- transactional: false
-- A maker's own list: every project they work on, in whatever role, the one they came to last first. Begins with a drop,
-- so that a build that failed half-way is begun anew.

set lock_timeout = '2s';

drop index concurrently if exists project_member_maker_since_idx;
create index concurrently if not exists project_member_maker_since_idx
on project_member (maker_id, created_at desc, project_id desc) include (role);

-- What the new index does too, and what only the list of before walked.
drop index concurrently if exists project_member_maker_id_idx;
drop index concurrently if exists project_own_idx;
