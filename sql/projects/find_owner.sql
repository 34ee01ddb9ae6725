-- Whoever is about to own a project, held in place: an account that is being deleted at this moment is waited for,
-- and then found to be gone.
select maker_id, handle from maker where maker_id = $1 and status = 'active' for key share
