-- A confirmation uses the registration up: of two at once the second waits for the row, and finds none.
delete from registration
where registration_id = $1 and maker_id is null and expires_at > $2
returning registration_id
