-- "no key": what refers to it goes on, and looks at the status itself.
select project_id, owner_id, status from project where project_id = $1 for no key update
