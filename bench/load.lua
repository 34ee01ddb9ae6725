-- wrk's script: cycles through the prepared requests of a file, one "path token" a line; "-" is no token.
-- There is no response(): it would make wrk parse every answer. What is 4xx or 5xx, wrk counts by itself.

local prepared = {}
local at = 0

function init(args)
  for line in io.lines(args[1]) do
    local path, token = line:match("^(%S+) (%S+)$")
    local headers = token ~= "-" and { Authorization = "Bearer " .. token } or {}
    prepared[#prepared + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  at = at % #prepared + 1
  return prepared[at]
end

function done(summary)
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "microseconds": %d, "bytes": %d, "refused": %d, "broken": %d}',
    summary.requests, summary.duration, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout
  ))
end
