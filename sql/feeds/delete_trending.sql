-- What was not counted again.
delete from trending where counted_at < $1
