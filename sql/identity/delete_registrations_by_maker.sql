-- Rows that a process of the previous release confirmed: it kept them until they expired.
delete from registration where maker_id = $1
