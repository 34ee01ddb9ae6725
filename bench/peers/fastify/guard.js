// Authentication and rate limits: hooks of the routes, and their results on the request.

import { isIPv6 } from 'node:net'

import { createVerifier } from 'fast-jwt'

import { Problem } from './answers.js'

const SESSION_SECONDS = 900

// GCRA: KEYS[1] the caller; ARGV interval and tolerance in microseconds, and the cost: 1, or 0 to check only. Returns
// whether the request is admitted, and how far ahead the caller is.
const LIMIT = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, tolerance, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local ahead = math.min(math.max((tonumber(redis.call('GET', KEYS[1])) or now) - now, 0), tolerance)
if ahead + interval > tolerance then
  return {0, ahead}
end
if cost > 0 then
  ahead = ahead + interval
  redis.call('SET', KEYS[1], string.format('%.0f', now + ahead), 'PX', math.ceil(ahead / 1000))
end
return {1, ahead}
`

function rateLimit (name, quota, window) {
  const interval = Math.ceil(window * 1_000_000 / quota)
  return { name, interval, tolerance: interval * quota, policy: `"${name}";q=${quota};w=${window}` }
}

export const READ = rateLimit('read', 600, 60)
export const WRITE = rateLimit('write', 120, 60)
export const COMMENT = rateLimit('comment', 30, 600)
export const SEARCH = rateLimit('search', 120, 60)

export function guards (app) {
  const { sql, redis, keys, issuer } = app
  redis.defineCommand('limit', { numberOfKeys: 1, lua: LIMIT })
  const verify = createVerifier({
    key: async ({ header }) => keys.accessTokens[header.kid],
    algorithms: ['HS256'],
    allowedIss: issuer,
    allowedAud: `${issuer}/api/v1`,
    checkTyp: 'at+jwt',
    requiredClaims: ['exp', 'iat', 'iss', 'sub', 'aud', 'jti', 'sid', 'role'],
    cache: 10_000 // verified tokens, until they expire
  })

  app.decorateRequest('viewer', null)
  app.decorateRequest('limit', null)
  app.decorateRequest('known', null)

  // Verify the token and its session: in Redis, or else in PostgreSQL.
  app.decorate('identify', async (request) => {
    const header = request.headers.authorization
    if (header === undefined) return
    if (!/^bearer /i.test(header)) {
      throw new Problem(401, 'unsupported_scheme', 'Unsupported authorization scheme. Send a Bearer token.', null, challenge('Bearer'))
    }
    let claims
    try {
      claims = await verify(header.slice(7))
    } catch {
      throw deadToken('The access token is invalid or expired. Refresh it.')
    }
    const key = `fastify:session:${claims.sid}`
    let role = await redis.get(key)
    if (role === null) {
      const [row] = await sql`
        select m.role
        from session s
        join maker m on m.maker_id = s.maker_id
        where
          s.session_id = ${claims.sid} and s.maker_id = ${claims.sub} and s.revoked_at is null
          and s.expires_at > now() and m.status = 'active'`
      if (row === undefined) throw deadToken('Your session has ended. Log in again.')
      role = row.role
      await redis.set(key, role, 'EX', SESSION_SECONDS)
    }
    request.viewer = { makerId: claims.sub, role }
  })

  app.decorate('authenticate', async (request) => {
    if (request.viewer === null) {
      const detail = 'Log in and send the access token as a Bearer token.'
      throw new Problem(401, 'unauthorized', detail, null, challenge('Bearer'))
    }
  })

  // A request with If-None-Match is only checked, and charged if the result has changed (`has`).
  app.decorate('admit', (limit) => async (request, reply) => {
    const known = request.headers['if-none-match']
    request.limit = limit
    request.known = known === undefined || known.trim() === '*' ? null : known
    await ask(request, reply, request.known !== null && request.method === 'GET' ? 0 : 1)
  })

  // Return whether the client's ETag is current. Otherwise charge the request.
  app.decorate('has', async (request, reply, tag) => {
    if (request.known === null) return request.headers['if-none-match'] !== undefined
    for (const [, each] of request.known.matchAll(/(?:W\/)?"([^"]*)"/g)) {
      if (`"${each}"` === tag) return true
    }
    await ask(request, reply, 1)
    return false
  })

  async function ask (request, reply, cost) {
    const { name, interval, tolerance, policy } = request.limit
    const caller = request.viewer === null ? addressOf(request.ip) : request.viewer.makerId
    const [allowed, ahead] = await redis.limit(`fastify:limit:${name}:${caller}`, interval, tolerance, cost)
    const left = Math.max(0, Math.floor((tolerance - ahead) / interval))
    reply.header('RateLimit-Policy', policy)
    reply.header('RateLimit', `"${name}";r=${left};t=${Math.ceil(ahead / 1_000_000)}`)
    if (!allowed) {
      const wait = Math.max(1, Math.ceil((ahead + interval - tolerance) / 1_000_000))
      throw new Problem(429, 'rate_limited', 'Too many requests. Wait and try again.', null, { 'Retry-After': wait })
    }
  }
}

function deadToken (detail) {
  return new Problem(401, 'invalid_token', detail, null, challenge('Bearer error="invalid_token"'))
}

function challenge (text) {
  return { 'WWW-Authenticate': text }
}

// IPv6 limits apply to the /64 of one customer.
function addressOf (ip) {
  if (!isIPv6(ip)) return ip
  const [head, tail = ''] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail.split(':').filter(Boolean)
  const all = ip.includes('::') ? [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest] : groups
  return `${all.slice(0, 4).join(':')}::/64`
}
