-- Delete the rows that the last count did not update.
delete from trending where counted_at < $1
