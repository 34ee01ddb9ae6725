-- All of an owner's slugs that begin like this, those given up too: a made slug takes no old link away.
select slug from project where owner_id = $1 and starts_with(slug, $2)
union all
select slug from project_slug where owner_id = $1 and starts_with(slug, $2)
