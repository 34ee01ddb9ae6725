-- Tier limits as search/settle computes them: below the $1[1] hottest listed projects, below the next $1[2], and so on.
-- A tier that would be less than half full is omitted. Requires project_stats.
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
