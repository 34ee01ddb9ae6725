-- Every project's owner is a member of it, from its beginning.
insert into project_member (project_id, maker_id, role, created_at)
select p.project_id, p.owner_id, 'owner', p.created_at from project p
