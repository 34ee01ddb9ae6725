-- Lock the future owner's row. If the account is being deleted, wait for the deletion and return no row.
select maker_id, handle from maker where maker_id = $1 and status = 'active' for key share
