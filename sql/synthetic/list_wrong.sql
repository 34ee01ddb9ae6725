-- Wrong counters in a sample: the projects with the most stars, the most comments, the first and the last ones; some
-- collections; all tags, tools and boxes. Each is counted along an index, so that the time does not depend on the size
-- of the data set.
with sample as (
    (select s.project_id from project_stats s order by s.stars desc, s.project_id limit 20)
    union
    (select s.project_id from project_stats s order by s.comments desc, s.project_id limit 20)
    union
    (select p.project_id from project p order by p.project_id limit 200)
    union
    (select p.project_id from project p order by p.project_id desc limit 200)
)

select 'project_stats ' || s.project_id as what
from sample a
join project_stats s on s.project_id = a.project_id
join project p on p.project_id = s.project_id
where
    s.stars <> (select count(*) from star x where x.project_id = s.project_id)
    or s.comments <> (
        select count(*) from comment c
        where c.project_id = s.project_id and c.deleted_at is null and c.removed_at is null
    )
    or s.commenters <> (
        select count(distinct c.author_id) from comment c
        where c.project_id = s.project_id and c.deleted_at is null and c.removed_at is null
    )
    or s.forks <> (select count(*) from counted_remix r where r.source_project_id = s.project_id)
    or s.forks <> (select count(*) from public_remix r where r.source_project_id = s.project_id)
    or s.hot <> hot_of(s.stars, s.forks, s.commenters, p.published_at)
union all
select 'project_rank ' || a.project_id
from sample a
where
    (select count(*) from project_rank r where r.project_id = a.project_id and r.topic = 'all')
    <> (select count(*) from project_listed l where l.project_id = a.project_id)
union all
select 'project_search ' || a.project_id
from sample a
where
    (
        select count(*) from project_search r
        where r.project_id = a.project_id and r.document = project_document(a.project_id)
    )
    <> (select count(*) from project_listed l where l.project_id = a.project_id)
union all
select 'comment ' || c.comment_id
from sample a
join comment c on c.project_id = a.project_id
where
    c.replies <> (select count(*) from comment r where r.parent_id = c.comment_id)
    or c.ups - c.downs
    <> coalesce((select sum(v.value) from comment_vote v where v.comment_id = c.comment_id), 0)
union all
select 'tag ' || t.name
from tag t
where t.projects <> (select count(*) from project_tag r where r.tag = t.name)
union all
select 'tool ' || s.tool_id
from tool_stats s
where s.used_by <> (select count(*) from tool_use u where u.tool_id = s.tool_id)
union all
select 'notification_box ' || b.maker_id
from notification_box b
where
    b.kept <> (select count(*) from notification n where n.maker_id = b.maker_id)
    or b.unread <> (select count(*) from notification n where n.maker_id = b.maker_id and n.read_at is null)
union all
select 'collection ' || c.collection_id
from (select n.collection_id, n.items from collection n order by n.collection_id limit 200) c
where c.items <> (select count(*) from collection_item i where i.collection_id = c.collection_id)
