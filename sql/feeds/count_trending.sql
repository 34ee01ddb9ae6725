-- Count the stars and publications under each tag and tool in the last week ($2 to $3) and in the week before ($1 to
-- $2). Uses star_recent_idx and project_rank_period_idx. The score is `recent` times the recent share of both weeks: of
-- two equal counts, the one with the stronger growth ranks first. Stars are summed by project before the join with
-- topics, which takes a fifth of the time.
insert into trending (kind, name, score, recent, before, counted_at)
select kind, name, score, recent, before, $3
from (
    select
        split_part(c.topic, ':', 1) as kind, substr(c.topic, strpos(c.topic, ':') + 1) as name,
        c.recent::double precision * (c.recent + 1) / (c.recent + c.before + 1) as score, c.recent, c.before,
        row_number() over (
            partition by split_part(c.topic, ':', 1)
            order by c.recent::double precision * (c.recent + 1) / (c.recent + c.before + 1) desc, c.topic
        ) as place
    from (
        select e.topic, sum(e.recent)::integer as recent, sum(e.before)::integer as before
        from (
            select r.topic, s.recent, s.before
            from (
                select
                    x.project_id, count(*) filter (where x.created_at >= $2) as recent,
                    count(*) filter (where x.created_at < $2) as before
                from star x
                where x.created_at >= $1 and x.created_at < $3
                group by x.project_id
            ) s
            join project_rank r
                on r.project_id = s.project_id and r.topic <> 'all' and r.topic not like 'license:%'
            union all
            select r.topic, (r.published_at >= $2)::integer, (r.published_at < $2)::integer
            from project_rank r
            where
                r.period <= 2 and r.published_at >= $1 and r.published_at < $3
                and r.topic <> 'all' and r.topic not like 'license:%'
        ) e
        group by e.topic
    ) c
    where c.recent > 0
) ranked
where place <= 50
on conflict on constraint trending_pkey do update
set score = excluded.score, recent = excluded.recent, before = excluded.before, counted_at = excluded.counted_at
