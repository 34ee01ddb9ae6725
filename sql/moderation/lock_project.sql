-- `no key` does not block inserts of rows that reference the project. Those transactions check its status themselves.
select project_id, owner_id, status from project where project_id = $1 for no key update
