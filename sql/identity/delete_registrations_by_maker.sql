-- Deletes rows confirmed by a process of the previous release, which kept them until they expired.
delete from registration where maker_id = $1
