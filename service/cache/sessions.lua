-- Writes session entries. Nothing but its own expiry ends a tombstone.
--
-- KEYS  session keys, all of one hash slot.
-- ARGV  'restore' or 'replace', then per key: the value ('revoked' or a role) and its lifetime in milliseconds.
--       restore: what was just read from PostgreSQL, and may be older than what stands here: it never overwrites.
--       replace: what was just committed: it overwrites anything but a tombstone.
--       A revocation is final, so 'revoked' overwrites in both.
--       Last, the channel on which those that are revoked are said. A Redis that does not let us (ACL) still writes.
-- Reply per key the value that stands now.

local restore = ARGV[1] == 'restore'
local standing = {}
local channel = ARGV[2 * #KEYS + 2]

for i = 1, #KEYS do
  local value, lifetime = ARGV[2 * i], ARGV[2 * i + 1]
  local held = false
  if value == 'revoked' then
    redis.call('SET', KEYS[i], value, 'PX', lifetime)
    if channel then
      redis.pcall('PUBLISH', channel, KEYS[i]:sub(-36))
    end
  elseif restore then
    held = redis.call('SET', KEYS[i], value, 'PX', lifetime, 'NX', 'GET')
  else
    held = redis.call('GET', KEYS[i]) == 'revoked' and 'revoked'
    if not held then
      redis.call('SET', KEYS[i], value, 'PX', lifetime)
    end
  end
  standing[i] = held or value
end

return standing
