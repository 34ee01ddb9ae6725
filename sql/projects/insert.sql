-- Insert the project, its counters and the owner's membership in one statement, so that none exists without the others.
-- Return null if the owner already has a project with this slug; wait for a concurrent insert of the slug. Delete a
-- redirect from this slug, because the slug now leads to this project.
with made as (
    insert into project (
        project_id, owner_id, slug, title, tagline, body, links, cover_url, tags, license, visibility, status, created_at,
        updated_at, published_at
    )
    values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict on constraint project_slug_key do nothing
    returning project_id, owner_id, slug, created_at
),

counted as (
    insert into project_stats (project_id) select project_id from made
),

owned as (
    insert into project_member (project_id, maker_id, role, created_at)
    select project_id, owner_id, 'owner', created_at from made
),

taken_over as (
    delete from project_slug s using made where s.owner_id = made.owner_id and s.slug = made.slug
)

select project_id from made
