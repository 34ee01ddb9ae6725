-- Rows of a tier, counted along project_search_title_idx until there are $2.
select count(*) from (select from project_search where tier = $1 limit $2) s
