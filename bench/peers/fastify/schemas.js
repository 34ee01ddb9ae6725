// Schemas of responses, for the serializer, and of requests.

const string = { type: 'string' }
const integer = { type: 'integer' }
const nullable = { type: 'string', nullable: true }

const object = (properties) => ({ type: 'object', properties })
const array = (items) => ({ type: 'array', items })

const owner = object({ handle: string, display_name: string, avatar_url: nullable })
const shown = {
  project_id: string,
  handle: string,
  slug: string,
  owner,
  title: string,
  tagline: string,
  cover_url: nullable,
  tags: array(string),
  visibility: string,
  status: string,
  stars: integer,
  forks: integer,
  comments: integer,
  created_at: string,
  updated_at: string,
  published_at: nullable
}
const summary = object(shown)

export const project = object({
  ...shown, body: string, links: array(object({ label: string, url: string })), version: integer
})

export const page = object({ data: array(summary), next_cursor: nullable })

export const version = object({
  version_id: string,
  number: integer,
  changelog: string,
  content_hash: string,
  author: object({ handle: string, display_name: string }),
  steps: integer,
  variables: integer,
  labels: array(string),
  created_at: string,
  content: object({
    variables: array(object({
      name: string,
      type: string,
      label: string,
      description: string,
      required: { type: 'boolean' },
      default: nullable,
      choices: array(string),
      example: nullable
    })),
    steps: array(object({
      key: string,
      kind: string,
      title: string,
      template: string,
      tool: nullable,
      model: nullable,
      parameters: { type: 'object', additionalProperties: true },
      output: nullable
    }))
  })
})

export const comment = object({
  comment_id: string,
  project_id: string,
  parent_id: nullable,
  depth: integer,
  author: owner,
  body: string,
  mentions: array(string),
  on: { type: 'null' },
  ups: integer,
  downs: integer,
  replies: integer,
  deleted: { type: 'boolean' },
  removed: { type: 'boolean' },
  version: integer,
  created_at: string,
  edited_at: nullable,
  thread: array({ type: 'object', additionalProperties: true }),
  next_cursor: nullable
})

export const found = object({
  data: array(object({
    type: string,
    match: object({
      field: string,
      text: string,
      marks: array(object({ start: integer, length: integer })),
      workflow: nullable,
      number: { type: 'integer', nullable: true },
      step: nullable
    }),
    project: summary,
    workflow: { type: 'null' },
    maker: { type: 'null' },
    tool: { type: 'null' }
  })),
  next_cursor: nullable,
  corrected: nullable
})

const closed = (properties, required = []) => ({ type: 'object', properties, required, additionalProperties: false })
const limit = { type: 'integer', minimum: 1, maximum: 100, default: 20 }
const cursor = { type: 'string', maxLength: 1000 }

// Only the measured ones of the service's orders and types.
export const projectQuery = closed({ sort: { type: 'string', enum: ['hot'], default: 'hot' }, limit, cursor })
export const searchQuery = closed(
  { q: { type: 'string', minLength: 1, maxLength: 200 }, type: { type: 'string', enum: ['projects'] }, limit, cursor },
  ['q']
)

export const newComment = closed(
  {
    body: { type: 'string', minLength: 1, maxLength: 10_000 },
    parent_id: { type: 'string', format: 'uuid', nullable: true }
  },
  ['body']
)
