-- Lock the project if the maker has one of these roles. `no key` does not block inserts of comments and stars, which
-- reference the project. `share` locks the member's row: a role revoked during the wait is seen, and a role that is
-- held stays until the commit.
select
    p.project_id, p.owner_id, m.role, p.status, p.version, p.slug, p.title, p.tagline, p.body, p.links::text as links,
    p.cover_url, p.tags, p.license, p.visibility
from maker o
join project p on p.owner_id = o.maker_id
join project_member m on m.project_id = p.project_id
where
    o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null and m.maker_id = $3
    and m.role = any($4)
for no key update of p
for share of m
