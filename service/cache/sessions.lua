-- Writes session entries. A tombstone ends only when it expires.
--
-- KEYS  session keys, all in one hash slot.
-- ARGV  'restore' or 'replace', then per key: the value ('revoked' or a role) and its lifetime in milliseconds.
--       restore: state read from PostgreSQL, which may be older than the entry: it never overwrites.
--       replace: state just committed: it overwrites anything but a tombstone.
--       A revocation is final, so 'revoked' overwrites in both modes.
--       Last, the channel for revoked sessions. If Redis forbids the publication (ACL), the script still writes.
-- Reply per key the value that is now stored.

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
