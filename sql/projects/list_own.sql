-- What a maker works on, in one role or ($2 is null) any, of one status, 'deleted' being one, or ($3 is null) any:
-- project_member_maker_since_idx from the cursor's place, which needs no sort whatever is filtered. What was deleted and
-- can still be restored is its owner's alone. Lateral with a limit: each project is planned as one lookup; else the
-- planner takes the filter for so rare that it reads and sorts all there is. Its inner limit: see list_newest.
select
    page.project_id, page.handle, page.display_name, page.avatar_url, page.slug, page.title, page.tagline,
    page.cover_url, page.tags, page.visibility, page.status, page.stars, page.forks, page.comments, page.created_at,
    page.updated_at, page.published_at, page.deleted_at, page.role, page.since
from (
    select
        m.project_id, f.handle, f.display_name, f.avatar_url, f.slug, f.title, f.tagline, f.cover_url, f.tags,
        f.visibility, f.status, f.stars, f.forks, f.comments, f.created_at, f.updated_at, f.published_at,
        f.deleted_at, m.role, m.created_at as since
    from project_member m
    cross join lateral (
        select
            o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.cover_url, p.tags, p.visibility,
            p.status, s.stars, s.forks, s.comments, p.created_at, p.updated_at, p.published_at, p.deleted_at
        from project p
        join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
        join project_stats s on s.project_id = p.project_id
        where
            p.project_id = m.project_id
            and (p.deleted_at is null or (m.role = 'owner' and p.deleted_at > $4))
            and ($3::text is null or case when p.deleted_at is null then p.status else 'deleted' end = $3)
        limit 1
    ) f
    where m.maker_id = $1 and ($2::text is null or m.role = $2) and (m.created_at, m.project_id) < ($5, $6)
    order by m.created_at desc, m.project_id desc
    limit 101
) page
order by page.since desc, page.project_id desc
limit $7
