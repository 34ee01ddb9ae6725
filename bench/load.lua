-- wrk script: cycles through the requests of a file (bench/request.py): method, path, token, address, ETag and body,
-- separated by tabs; "-" if absent. A placeholder in a body becomes a new number of 16 digits in each request. There is
-- no response() function, because it would make wrk parse every response. wrk itself counts 4xx and 5xx.

local SERIAL = string.rep("#", 16)

local prepared = {}
local places = {}
local at = 0
local serial = os.time() * 1000000

local function fields(line)
  local found = {}
  for field in (line .. "\t"):gmatch("([^\t]*)\t") do
    found[#found + 1] = field ~= "-" and field or false
  end
  return found[1], found[2], found[3], found[4], found[5], found[6]
end

function init(args)
  for line in io.lines(args[1]) do
    local method, path, token, address, etag, body = fields(line)
    local headers = {}
    if token then headers["Authorization"] = "Bearer " .. token end
    if address then headers["X-Forwarded-For"] = address end
    if etag then headers["If-None-Match"] = etag end
    if body then headers["Content-Type"] = "application/json" end
    local text = wrk.format(method, path, headers, body or nil)
    prepared[#prepared + 1] = text
    places[#prepared] = body and text:find(SERIAL, 1, true) or false
  end
end

function request()
  at = at % #prepared + 1
  local text, place = prepared[at], places[at]
  if not place then
    return text
  end
  serial = serial + 1
  return text:sub(1, place - 1) .. string.format("%016.0f", serial) .. text:sub(place + 16)
end

function done(summary)
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "microseconds": %d, "bytes": %d, "refused": %d, "broken": %d}',
    summary.requests, summary.duration, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout
  ))
end
