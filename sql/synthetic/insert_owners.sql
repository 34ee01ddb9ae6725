-- The owner of a project is a member from its creation.
insert into project_member (project_id, maker_id, role, created_at)
select p.project_id, p.owner_id, 'owner', p.created_at from project p
