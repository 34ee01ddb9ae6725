// Projects: detail, front page and stars.

import { v7 as newId } from 'uuid'

import { Problem, conditional, invalidCursor, notFound } from './answers.js'
import { READ, WRITE } from './guard.js'
import * as schemas from './schemas.js'

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const SCOPE = 'projects?sort=hot&tag=None&tool=None&license=None'

export async function projects (app) {
  const { sql, keys, identify, authenticate, admit } = app

  app.get('/projects', {
    schema: { querystring: schemas.projectQuery, response: { 200: schemas.page } },
    onRequest: [identify, admit(READ)]
  }, async (request, reply) => {
    const { limit, cursor } = request.query
    let [below, belowId] = [Infinity, LAST_ID]
    if (cursor !== undefined) {
      [below, belowId] = keys.decodeCursor(SCOPE, cursor) ?? raise(invalidCursor())
    }
    const rows = await sql`
      select
        r.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.cover_url, p.tags,
        p.visibility, p.status, s.stars, s.forks, s.comments, p.created_at, p.updated_at, p.published_at, r.hot
      from project_rank r
      join project p on p.project_id = r.project_id
      join maker o on o.maker_id = p.owner_id
      join project_stats s on s.project_id = r.project_id
      where r.topic = 'all' and (r.hot, r.project_id) < (${below}::float8, ${belowId}::uuid)
      order by r.hot desc, r.project_id desc
      limit ${limit + 1}`
    const kept = rows.slice(0, limit)
    const last = kept.at(-1)
    const next = rows.length > limit ? keys.encodeCursor(SCOPE, [last.hot, last.project_id]) : null
    return conditional(request, reply, { data: kept.map(withOwner), next_cursor: next })
  })

  app.get('/projects/:handle/:slug', {
    schema: { response: { 200: schemas.project } },
    onRequest: [identify, admit(READ)]
  }, async (request, reply) => {
    const { handle, slug } = request.params
    const [row] = await sql`
      select
        p.project_id, o.handle, o.display_name, o.avatar_url, p.slug, p.title, p.tagline, p.body, p.links, p.cover_url,
        p.tags, p.visibility, p.status, p.version, s.stars, s.forks, s.comments, p.created_at, p.updated_at,
        p.published_at
      from maker o
      join project p on p.owner_id = o.maker_id
      join project_stats s on s.project_id = p.project_id
      where o.handle = ${handle.toLowerCase()} and p.slug = ${slug} and ${visibleTo(sql, request.viewer)}`
    if (row === undefined) throw notFound()
    return conditional(request, reply, withOwner(row), { version: row.version, personal: request.viewer !== null })
  })

  app.put('/projects/:handle/:slug/star', {
    onRequest: [identify, authenticate, admit(WRITE)]
  }, async (request, reply) => {
    const { handle, slug } = request.params
    const { makerId } = request.viewer
    await sql.begin(async (tx) => {
      const [row] = await tx`
        with place as (
          select p.project_id, p.owner_id, p.status
          from maker o
          join project p on p.owner_id = o.maker_id
          where o.handle = ${handle.toLowerCase()} and p.slug = ${slug} and ${visibleTo(tx, request.viewer)}
        ),
        me as (
          select maker_id from maker where maker_id = ${makerId} and status = 'active' for key share
        ),
        made as (
          insert into star (maker_id, project_id, created_at)
          select me.maker_id, place.project_id, now()
          from place cross join me
          where place.status <> 'removed'
          on conflict on constraint star_pkey do nothing
          returning project_id
        )
        select
          place.project_id, place.owner_id, place.status, exists (select from me) as is_active,
          exists (select from made) as is_new
        from place`
      if (row === undefined) throw notFound()
      refuseRemoved(row.status)
      if (!row.is_active) {
        throw new Problem(403, 'account_inactive', 'This account can\'t star or follow. It is suspended or not active.')
      }
      if (row.is_new) await notify(tx, 'star', makerId, [row.owner_id], { project_id: row.project_id })
    })
    return noContent(reply)
  })

  app.delete('/projects/:handle/:slug/star', {
    onRequest: [identify, authenticate, admit(WRITE)]
  }, async (request, reply) => {
    const { handle, slug } = request.params
    const [row] = await sql`
      with place as (
        select p.project_id
        from maker o
        join project p on p.owner_id = o.maker_id
        where o.handle = ${handle.toLowerCase()} and p.slug = ${slug} and ${visibleTo(sql, request.viewer)}
      ),
      gone as (
        delete from star
        where project_id = (select place.project_id from place) and maker_id = ${request.viewer.makerId}
      )
      select project_id from place`
    if (row === undefined) throw notFound()
    return noContent(reply)
  })
}

// Conditions on the project p and its owner o: public, or visible to a member.
export function visibleTo (sql, viewer) {
  return sql`
    o.status <> 'deleted' and p.deleted_at is null
    and (
      (p.visibility <> 'private' and p.status in ('published', 'archived'))
      or exists (
        select from project_member m
        where m.project_id = p.project_id and m.maker_id = ${viewer === null ? null : viewer.makerId}::uuid
      )
    )`
}

export function withOwner (row) {
  return { ...row, owner: { handle: row.handle, display_name: row.display_name, avatar_url: row.avatar_url } }
}

// Insert the service's outbox job in the same transaction, unless there is no recipient.
export async function notify (tx, kind, actorId, recipients, subject) {
  if (recipients.length === 0) return
  await tx`
    insert into outbox_job (job_id, kind, payload, created_at, due_at)
    values (
      ${newId()}, 'notifications.event', ${tx.json({ kind, actor_id: actorId, recipients, subject })}, now(), now()
    )`
}

export function refuseRemoved (status) {
  if (status === 'removed') throw new Problem(409, 'removed', 'The project was removed by an admin.')
}

export function raise (error) {
  throw error
}

function noContent (reply) {
  return reply.code(204).header('Cache-Control', 'no-store').send()
}
