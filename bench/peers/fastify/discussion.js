// Creation of comments, with mentions and notifications.

import { v7 as newId } from 'uuid'

import { Problem, notFound, tagOf } from './answers.js'
import { COMMENT } from './guard.js'
import { mentions } from './mentions.js'
import { notify, refuseRemoved, visibleTo } from './projects.js'
import * as schemas from './schemas.js'

const DEPTH = 8
const SEEN = /[\p{L}\p{N}\p{S}\p{P}]/u

export async function discussion (app) {
  const { sql, identify, authenticate, admit } = app

  app.post('/projects/:handle/:slug/comments', {
    schema: { body: schemas.newComment, response: { 201: schemas.comment } },
    onRequest: [identify, authenticate, admit(COMMENT)]
  }, async (request, reply) => {
    const said = request.body.body
    if (!SEEN.test(said)) {
      throw new Problem(422, 'invalid_input', 'A comment needs at least one visible character.', '/body')
    }
    const made = await sql.begin((tx) => write(tx, request, said, request.body.parent_id ?? null))
    reply.code(201)
    const body = reply.serialize(made)
    reply.header('Cache-Control', 'no-store')
    reply.header('ETag', tagOf(body, made.version))
    reply.header('Location', `/api/v1/comments/${made.comment_id}`)
    reply.header('Content-Type', 'application/json')
    return reply.send(body)
  })
}

async function write (tx, request, said, answersTo) {
  const { makerId } = request.viewer
  const place = await placeOf(tx, request)
  const called = await calledIn(tx, said)
  // The lock prevents other changes to the comments of this project.
  await tx`select project_id from project_stats where project_id = ${place.project_id} for no key update`
  const parent = answersTo === null ? null : await parentOf(tx, place.project_id, answersTo)
  const [parentId, depth] = parent === null ? [null, 1] : placeBelow(parent)
  const [{ repeated }] = await tx`
    select exists (
      select from comment c
      where
        c.author_id = ${makerId} and c.created_at > now() - interval '1 minute' and c.project_id = ${place.project_id}
        and c.parent_id is not distinct from ${parentId} and c.workflow_id is null and c.body = ${said}
    ) as repeated`
  if (repeated) throw new Problem(409, 'duplicate_comment', 'You just posted this comment.', '/body')
  const [row] = await tx`
    insert into comment (comment_id, project_id, parent_id, depth, author_id, body, mentions, created_at)
    values (
      ${newId()}, ${place.project_id}, ${parentId}, ${depth}, ${makerId}, ${said}, ${[...called.keys()]}::text[], now()
    )
    returning
      comment_id, project_id, parent_id, depth, body, mentions, ups, downs, replies, version, created_at, edited_at`
  await tell(tx, row, makerId, [...called.values()], parent?.author_id, place.workers)
  const author = { handle: place.handle, display_name: place.display_name, avatar_url: place.avatar_url }
  return { ...row, author, on: null, deleted: false, removed: false, thread: [], next_cursor: null }
}

// Return the project if the maker may comment on it, and lock the author's row.
async function placeOf (tx, request) {
  const { handle, slug } = request.params
  const [place] = await tx`
    select
      p.project_id, p.status, a.status as maker_status, a.handle, a.display_name, a.avatar_url,
      array(
        select m.maker_id from project_member m
        where m.project_id = p.project_id and m.role in ('owner', 'editor')
        order by m.maker_id
      ) as workers
    from maker o
    join project p on p.owner_id = o.maker_id
    join maker a on a.maker_id = ${request.viewer.makerId}
    where o.handle = ${handle.toLowerCase()} and p.slug = ${slug} and ${visibleTo(tx, request.viewer)}
    for key share of a`
  if (place === undefined) throw notFound()
  if (place.maker_status !== 'active') {
    throw new Problem(403, 'account_inactive', 'This account can\'t comment. It is suspended or not active.')
  }
  refuseRemoved(place.status)
  return place
}

async function parentOf (tx, projectId, commentId) {
  const [parent] = await tx`
    select comment_id, parent_id, depth, author_id
    from comment
    where comment_id = ${commentId} and project_id = ${projectId} and deleted_at is null and removed_at is null`
  if (parent === undefined) {
    throw new Problem(409, 'parent_gone', 'The comment you reply to doesn\'t exist.', '/parent_id')
  }
  return parent
}

// On the deepest level, a reply becomes a sibling of its parent.
function placeBelow (parent) {
  const deepest = parent.depth >= DEPTH && parent.parent_id !== null
  return deepest ? [parent.parent_id, parent.depth] : [parent.comment_id, parent.depth + 1]
}

// Map the handles in a text to ids of existing makers, in the order of the text.
async function calledIn (tx, said) {
  const handles = mentions(said)
  if (handles.length === 0) return new Map()
  const rows = await tx`select maker_id, handle from maker where handle = any(${handles}) and status <> 'deleted'`
  const found = new Map(rows.map((row) => [row.handle, row.maker_id]))
  return new Map(handles.filter((handle) => found.has(handle)).map((handle) => [handle, found.get(handle)]))
}

// Each recipient gets one notification: mention, reply or comment. The author gets none.
async function tell (tx, comment, makerId, called, answered, workers) {
  const calls = [...new Set(called)].filter((id) => id !== makerId)
  const reply = answered === undefined || answered === makerId || calls.includes(answered) ? [] : [answered]
  const told = new Set([makerId, ...calls, ...reply])
  const subject = { project_id: comment.project_id, comment_id: comment.comment_id }
  await notify(tx, 'mention', makerId, calls, subject)
  await notify(tx, 'reply', makerId, reply, subject)
  await notify(tx, 'comment', makerId, workers.filter((id) => !told.has(id)), subject)
}
