-- Admission check: session and rate limit of many requests in one call. Called by admission.py, which reads the reply.
--
-- KEYS  session keys, then one key per rate limit, then marks to read, then marks to set; all in one hash slot.
--       A mark records a recent write of a maker, whose reads then bypass cached pages (page_cache.py).
-- ARGV  per rate limit: interval and tolerance (microseconds), and the number of requests that take from it. If there are
--       marks, the number of marks to read and the number of marks to set follow.
-- Reply per session key a code (0 if Redis does not have it), then per rate limit the microseconds by which its caller was
--       ahead before this call, then per mark to read whether it exists. admission.py derives each request's result from
--       the microseconds by the rule in limits.py; this script applies the same rule to count the successful takes.
--
-- Times are whole microseconds since 1970. Lua's numbers are doubles, exact up to 2^53 = 9.0e15, which is the year 2255.
-- The format is '%.0f', because tostring() keeps only 14 digits.

local SESSION = { revoked = 1, maker = 2, admin = 3 }

-- A mark starts when its write starts. Writes that take longer than this have already been published to all processes.
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
    -- Cap at the tolerance: a clock that stepped back, or a reduced limit, must not lock out a caller.
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
