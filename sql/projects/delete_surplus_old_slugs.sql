-- Keep only the latest redirects, so that repeated renames do not fill the table. Uses project_slug_project_id_idx.
with ranked as (
    select owner_id, slug, row_number() over (order by created_at desc, slug) as place
    from project_slug
    where project_id = $1
)

delete from project_slug s
using ranked r
where s.owner_id = r.owner_id and s.slug = r.slug and r.place > $2
