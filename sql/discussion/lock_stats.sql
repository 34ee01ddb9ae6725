-- Whoever changes how many comments a project has comes by here first: one after the other, a reply finds its parent
-- there or gone, and a deletion the reply.
select project_id from project_stats where project_id = $1 for no key update
