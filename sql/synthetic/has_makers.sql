-- Stops at the first row: the answer is the same however many there are.
select exists (select from maker)
