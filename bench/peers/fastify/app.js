// Application: settings from the environment, connections, routes and errors.

import { randomUUID } from 'node:crypto'

import Fastify from 'fastify'
import Redis from 'ioredis'
import postgres from 'postgres'

import { problems } from './answers.js'
import { discussion } from './discussion.js'
import { guards } from './guard.js'
import { keyring } from './keyring.js'
import { projects } from './projects.js'
import { search } from './search.js'
import { workflows } from './workflows.js'

// Connection settings of the service (service/db/pool.py), except for its generic plans: the peers' statements are not
// written for them.
const LIMITS = {
  statement_timeout: 4000, lock_timeout: 2000, idle_in_transaction_session_timeout: 5000, jit: 'off'
}
const REQUEST_ID = /^[A-Za-z0-9._:-]{1,64}$/

export async function build (environment) {
  const app = Fastify({
    logger: false,
    trustProxy: environment.TRUSTED_PROXIES || false,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false } },
    genReqId: (raw) => {
      const given = raw.headers['x-request-id']
      return given !== undefined && REQUEST_ID.test(given) ? given : randomUUID()
    }
  })

  const sql = postgres({
    ...place(environment.DATABASE_URL),
    max: Number(environment.DATABASE_POOL_SIZE || 8),
    connection: { TimeZone: 'UTC', ...LIMITS },
    types: { date, bigint }
  })
  const redis = new Redis(environment.REDIS_URL, {
    enableAutoPipelining: true, // what is asked in one turn of the loop goes together
    commandTimeout: 1000,
    maxRetriesPerRequest: 1
  })
  app.decorate('sql', sql)
  app.decorate('redis', redis)
  app.decorate('keys', keyring(environment.SECRET_KEYS))
  app.decorate('issuer', environment.PUBLIC_URL)
  app.addHook('onClose', async () => {
    await sql.end({ timeout: 5 })
    redis.disconnect()
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id)
    reply.header('X-Content-Type-Options', 'nosniff')
  })
  guards(app)
  problems(app)
  for (const part of [projects, discussion, workflows, search]) app.register(part, { prefix: '/api/v1' })
  await app.ready()
  await sql`select 1`
  return app
}

// PostgreSQL URLs may contain the folder of a socket (`postgresql://user@/name?host=/run`), which postgres.js rejects.
function place (text) {
  const url = new URL(text.replace('@/', '@localhost/'))
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    database: decodeURIComponent(url.pathname.slice(1)),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password)
  }
}

// JavaScript dates have no microseconds, so times stay strings in the format of the response.
const date = {
  to: 1184,
  from: [1184],
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  parse: (text) => {
    const [, day, time, fraction] = /^(\S+) ([\d:]+)(?:\.(\d+))?\+00$/.exec(text)
    return `${day}T${time}${fraction ? `.${fraction.padEnd(6, '0')}` : ''}Z`
  }
}
const bigint = { to: 20, from: [20], serialize: String, parse: Number }
