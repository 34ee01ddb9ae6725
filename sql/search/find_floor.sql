-- Return the lowest `hot` among the $2 hottest projects of a tier.
select min(s.hot) from (select hot from project_search where tier = $1 order by hot desc limit $2) s
