-- list_top with a tag and a tool. In each period, scan the topic with fewer projects and look up each project in the
-- other topic, as in list_hot_crossing.
with found as (
    select
        coalesce((select g.projects from tag g where g.name = $1), 0) < coalesce(
            (select c.used_by from tool n join tool_stats c on c.tool_id = n.tool_id where n.slug = $2), 0
        ) as is_tag_rarer
),

topic as (
    select
        case when is_tag_rarer then 'tag:' || $1 else 'tool:' || $2 end as rare,
        case when is_tag_rarer then 'tool:' || $2 else 'tag:' || $1 end as common
    from found
)

select page.*
from (
    select picked.project_id, {projects/summary.columns}, picked.stars, p.published_at, picked.hot
    from (
        select walk.project_id, walk.stars, walk.hot
        from (values (0), (1), (2), (3), (4)) w (period)
        cross join lateral (
            select few.project_id, few.stars, few.hot
            from (
                select r.project_id, r.stars, r.hot
                from project_rank r
                cross join lateral (
                    select
                    from project_rank x
                    where x.project_id = r.project_id and x.topic = (select t.common from topic t)
                    limit 1
                ) other
                where
                    r.topic = (select t.rare from topic t) and r.period = w.period and r.published_at > $4
                    and (r.stars, r.project_id) < ($5, $6)
                order by r.stars desc, r.project_id desc
                limit 101
            ) few
            order by few.stars desc, few.project_id desc
            limit $7
        ) walk
        where w.period <= $3
        order by walk.stars desc, walk.project_id desc
        limit $7
    ) picked
    join project p on p.project_id = picked.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = picked.project_id
) page
order by page.stars desc, page.project_id desc
