-- Where search/settle would draw its floors: below the $1 hottest listed projects, and below the $2 next. A tier that is
-- not half as full again has none. After project_stats.
with ranked as (
    select s.hot, row_number() over (order by s.hot desc) as place, count(*) over () as listed
    from project_listed l
    join project_stats s on s.project_id = l.project_id
)

insert into search_floor (tier, hot)
select 0, r.hot from ranked r where r.place = $1::integer and r.listed >= $1 * 1.5
union all
select 1, r.hot from ranked r where r.place = $1 + $2::integer and r.listed - $1 >= $2 * 1.5
