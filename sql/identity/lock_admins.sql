-- The active admins, locked in one order: of two who demote each other the second waits, and then finds one less.
select maker_id
from maker
where role = 'admin' and status = 'active'
order by maker_id
for no key update
