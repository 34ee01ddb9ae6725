-- Locks the active admins in one order. Of two who demote each other, the second waits and then finds one admin fewer.
select maker_id
from maker
where role = 'admin' and status = 'active'
order by maker_id
for no key update
