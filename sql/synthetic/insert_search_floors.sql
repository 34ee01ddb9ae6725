-- Where search/settle would draw its floors: below the hottest listed projects, $1[1] of them, below the next $1[2], and
-- so on. A tier that would not be half as full again has none. After project_stats.
with ranked as (
    select s.hot, row_number() over (order by s.hot desc) as place, count(*) over () as listed
    from project_listed l
    join project_stats s on s.project_id = l.project_id
),

tiers as (
    select k.kept, k.place - 1 as tier, sum(k.kept) over (order by k.place) as reach
    from unnest($1::integer[]) with ordinality as k (kept, place)
)

insert into search_floor (tier, hot)
select t.tier, r.hot
from tiers t
join ranked r on r.place = t.reach
where r.listed - (t.reach - t.kept) >= t.kept * 1.5
