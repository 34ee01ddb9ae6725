-- Rows that triggers of 0011_discovery maintain: one per topic of a listed project, with the period relative to $1, the
-- time of the data set. Requires project_stats, project_tag and tool_use.
insert into project_rank (project_id, topic, published_at, hot, stars, period)
select
    l.project_id, t.topic, l.published_at, s.hot, s.stars,
    case
        when l.published_at > $1::timestamptz - interval '1 day' then 0
        when l.published_at > $1::timestamptz - interval '7 days' then 1
        when l.published_at > $1::timestamptz - interval '30 days' then 2
        when l.published_at > $1::timestamptz - interval '365 days' then 3
        else 4
    end
from project_listed l
join project_stats s on s.project_id = l.project_id
join (
    select p.project_id, 'all' as topic from project p
    union all
    select r.project_id, 'tag:' || r.tag from project_tag r
    union all
    select u.project_id, 'tool:' || n.slug
    from (select distinct e.project_id, e.tool_id from tool_use e) u
    join tool n on n.tool_id = u.tool_id
) t on t.project_id = l.project_id
