-- A confirmation consumes the registration: of two concurrent ones, the second waits for the row lock and finds no row.
delete from registration
where registration_id = $1 and maker_id is null and expires_at > $2
returning registration_id
