-- Count the rows of a tier along project_search_title_idx, up to $2.
select count(*) from (select from project_search where tier = $1 limit $2) s
