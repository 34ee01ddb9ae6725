-- How hot the coldest of the $2 hottest of a tier is.
select min(s.hot) from (select hot from project_search where tier = $1 order by hot desc limit $2) s
