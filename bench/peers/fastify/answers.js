// Responses as bytes, because an ETag is a hash of the bytes: the serializer of the route's schema writes them once.
// Errors are application/problem+json with the texts of the service.

import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'

export class Problem extends Error {
  constructor (status, code, detail, pointer = null, headers = {}) {
    super(detail)
    this.status = status
    this.code = code
    this.errors = pointer === null ? [] : [{ pointer, code, message: detail }]
    this.headers = headers
  }
}

export const notFound = (detail = 'Not found, or you have no access.') =>
  new Problem(404, 'not_found', detail)

export const invalidCursor = () => new Problem(
  400, 'invalid_cursor', 'Invalid cursor for this list and these filters. Start at the first page.'
)

// Return 200, or 304 if the client's ETag is current.
export async function conditional (request, reply, value, { version, personal = false } = {}) {
  const body = reply.serialize(value)
  const tag = tagOf(body, version)
  reply.header('ETag', tag)
  reply.header('Cache-Control', personal ? 'private, no-cache' : 'public, no-cache')
  reply.header('Vary', 'Authorization')
  if (await request.server.has(request, reply, tag)) return reply.code(304).send()
  reply.header('Content-Type', 'application/json')
  return reply.send(body)
}

export function tagOf (body, version) {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 20)
  return version === undefined ? `"${digest}"` : `"${version}-${digest}"`
}

export function problems (app) {
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, notFound('No such path. See /docs.')))
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Problem) return answer(request, reply, error)
    if (error.validation) {
      const problem = new Problem(422, 'invalid_input', 'The input is invalid. See `errors`.')
      problem.errors = error.validation.map((each) => (
        { pointer: each.instancePath, code: each.keyword, message: each.message }
      ))
      return answer(request, reply, problem)
    }
    const status = error.statusCode ?? 500
    if (status >= 500) console.error(error)
    return answer(request, reply, new Problem(status, 'error', status < 500 ? error.message : 'Something went wrong.'))
  })
}

function answer (request, reply, problem) {
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[problem.status],
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    request_id: request.id
  }
  if (problem.errors.length) body.errors = problem.errors
  reply.code(problem.status).headers({ 'Cache-Control': 'no-store', ...problem.headers })
  reply.header('Content-Type', 'application/problem+json')
  return reply.send(JSON.stringify(body))
}
