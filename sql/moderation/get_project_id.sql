-- Find a project in any state, for admins.
select p.project_id from maker o join project p on p.owner_id = o.maker_id where o.handle = $1 and p.slug = $2
