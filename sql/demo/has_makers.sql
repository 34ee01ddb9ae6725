-- Stop at the first row.
select exists (select from maker)
