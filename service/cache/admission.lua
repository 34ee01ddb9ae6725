-- Session and rate limit of many requests in one call. Called by gate.py, which also reads the answer.
--
-- KEYS  session keys, then one key per rate limit, then marks to ask about, then marks to set; all of one hash slot.
--       A mark says that its maker has written lately: they then read past the shared pages (shared.py).
-- ARGV  per rate limit: interval and tolerance (microseconds), and how many requests want to take from it. Then, where
--       there are marks, how many are asked about and how many set.
-- Reply per session key a code (0 when Redis does not know it), then per rate limit how far ahead (microseconds) its
--       caller was before this call. From that number gate.py derives each request's answer by the rule in limits.py;
--       here the same rule only says how many of the takes succeed. Then per mark asked about whether it is there.
--
-- A moment is whole microseconds since 1970. Lua's numbers are doubles, exact up to 2^53 = 9.0e15, which is the year
-- 2255. '%.0f' because tostring() keeps 14 digits only.

local SESSION = { revoked = 1, maker = 2, admin = 3 }

-- A write counts from its beginning: what takes it longer than that has been said to all processes by then.
local MARK_MILLISECONDS = 5000

local limits = math.floor(#ARGV / 3)
local asked, marked = 0, 0
if #ARGV > 3 * limits then
  asked, marked = tonumber(ARGV[#ARGV - 1]), tonumber(ARGV[#ARGV])
end
local sessions = #KEYS - limits - asked - marked
local held = redis.call('MGET', unpack(KEYS))
local reply = {}

for i = 1, sessions do
  reply[i] = SESSION[held[i]] or 0
end

if limits > 0 then
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  for i = 1, limits do
    local interval = tonumber(ARGV[3 * i - 2])
    local tolerance = tonumber(ARGV[3 * i - 1])
    local takes = tonumber(ARGV[3 * i])
    -- Never more than the tolerance: a clock that stepped back, or a limit that was made smaller, locks nobody out.
    local ahead = math.min(math.max((tonumber(held[sessions + i]) or now) - now, 0), tolerance)
    reply[sessions + i] = ahead
    takes = math.min(takes, math.floor((tolerance - ahead) / interval))
    if takes > 0 then
      ahead = ahead + takes * interval
      redis.call('SET', KEYS[sessions + i], string.format('%.0f', now + ahead), 'PX', math.ceil(ahead / 1000))
    end
  end
end

for i = sessions + limits + 1, sessions + limits + asked do
  reply[i] = held[i] and 1 or 0
end
for i = #KEYS - marked + 1, #KEYS do
  redis.call('SET', KEYS[i], 1, 'PX', MARK_MILLISECONDS)
end

return reply
