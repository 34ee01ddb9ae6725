-- list_hot with a tag and a tool. Scan the topic with fewer projects along project_rank_hot_idx and look up each
-- project in the other topic by primary key. The count of a tool is its number of workflows, which is precise enough
-- for the choice. Without the lateral join with a limit, the plan may read all rows of the other topic.
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
    select picked.project_id, {projects/summary.columns}, s.stars, p.published_at, picked.hot
    from (
        select r.project_id, r.hot
        from project_rank r
        cross join lateral (
            select
            from project_rank x
            where x.project_id = r.project_id and x.topic = (select t.common from topic t)
            limit 1
        ) other
        where r.topic = (select t.rare from topic t) and (r.hot, r.project_id) < ($3, $4)
        order by r.hot desc, r.project_id desc
        limit 101
    ) picked
    join project p on p.project_id = picked.project_id
    join maker o on o.maker_id = p.owner_id
    join project_stats s on s.project_id = picked.project_id
    order by picked.hot desc, picked.project_id desc
    limit 101
) page
order by page.hot desc, page.project_id desc
limit $5
