-- List the owner's slugs with this prefix. Former slugs are included, so that a generated slug never takes over an old
-- link.
select slug from project where owner_id = $1 and starts_with(slug, $2)
union all
select slug from project_slug where owner_id = $1 and starts_with(slug, $2)
