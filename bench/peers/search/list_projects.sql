-- Return the page after the cursor's position from up to a thousand of the hottest matches. search_ranked scores them
-- in bounded time for every query (migrations/0020_search_rank.sql). The search tables hold only listed projects and
-- are written in the same transaction as the projects; the join checks the project and owner again. For the inner
-- limit, see projects/list_newest.
select
    p.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.cover_url, p.tags, p.visibility,
    p.status, s.stars, s.forks, s.comments, p.created_at, p.updated_at, p.published_at, page.score, page.found
from (
    select r.id, r.score, r.found
    from (
        select f.id, f.score, count(*) over () as found from search_ranked('project', $1, $2) f where f.score is not null
    ) r
    where (r.score, r.id) < ($3, $4)
    order by r.score desc, r.id desc
    limit 101
) page
join project p on p.project_id = page.id
join maker o on o.maker_id = p.owner_id
join project_stats s on s.project_id = p.project_id
where p.status = 'published' and p.visibility = 'public' and p.deleted_at is null and o.status <> 'deleted'
order by page.score desc, page.id desc
limit $5
