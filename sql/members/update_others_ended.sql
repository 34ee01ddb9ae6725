-- End the other invitations by handle of a new member. Invitations by address stay pending, because the address is not
-- known to belong to the maker.
update invitation set ended_at = $3 where project_id = $1 and maker_id = $2 and ended_at is null
