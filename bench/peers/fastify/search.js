// Search with a copy of the service's statements (bench/peers/search/) and its word rules.

import { readFileSync } from 'node:fs'

import { conditional, invalidCursor } from './answers.js'
import { SEARCH } from './guard.js'
import { raise, withOwner } from './projects.js'
import * as schemas from './schemas.js'
import { Marker, Stems, meant, typed } from './words.js'

const FEW = 5
const SHORTEST = 4
const MAX_LOOKS = 3_000_000
const MAX_LINES = 5_000
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const statement = (name) => readFileSync(new URL(`../search/${name}.sql`, import.meta.url), 'utf8')
const PROJECTS = statement('list_projects')
const LINES = statement('list_project_lines')
const STEMS = statement('list_stems')
const SIMILAR = statement('list_similar')

export async function search (app) {
  const { sql, keys, identify, admit } = app
  const rowsOf = (text, ...values) => sql.unsafe(text, values, { prepare: true })

  app.get('/search', {
    schema: { querystring: schemas.searchQuery, response: { 200: schemas.found } },
    onRequest: [identify, admit(SEARCH)]
  }, async (request, reply) => {
    const { q, limit, cursor } = request.query
    const wanted = typed(q)
    if (wanted.words.length === 0) {
      return conditional(request, reply, { data: [], next_cursor: null, corrected: null })
    }
    const scope = `search/projects?q=${q}`
    let [before, beforeId, correction] = [Infinity, LAST_ID, '']
    if (cursor !== undefined) {
      [before, beforeId, correction] = keys.decodeCursor(scope, cursor) ?? raise(invalidCursor())
    }
    let shown = correction ? typed(correction) : wanted
    let known = await stemsOf([...wanted.words, ...shown.words])
    const find = (...sought) => rowsOf(
      PROJECTS, sought.map((each) => each.withoutStopWords(known.stopWords).wanted), wanted.unwanted, before, beforeId,
      limit + 1
    )
    let rows = await (correction ? find(wanted, shown) : find(wanted))
    if (cursor === undefined && (rows.length === 0 || rows[0].found < FEW)) {
      const other = await corrected(wanted)
      const more = other === null ? [] : await find(wanted, other)
      if (more.length && (rows.length === 0 || more[0].found > rows[0].found)) {
        [rows, shown, correction] = [more, other, String(other)]
        known = await stemsOf(other.words)
      }
    }
    const kept = rows.slice(0, limit)
    const last = kept.at(-1)
    const next = rows.length > limit ? keys.encodeCursor(scope, [last.score, last.project_id, correction]) : null
    const data = kept.length ? await show(new Marker(known.of(shown.words)), kept) : []
    return conditional(request, reply, { data, next_cursor: next, corrected: correction || null })
  })

  async function stemsOf (words) {
    return new Stems(await rowsOf(STEMS, [...new Set(words)]))
  }

  async function corrected (wanted) {
    const words = wanted.words.filter((word) => Array.from(word).length >= SHORTEST && /^\p{L}+$/u.test(word))
    if (words.length === 0) return null
    const found = meant(words, await rowsOf(SIMILAR, 'text', words))
    return found.size ? wanted.corrected(found) : null
  }

  async function show (marker, rows) {
    const best = new Map(rows.map((row) => [row.project_id, bestOf(marker, row)]))
    const ids = rows.map((row) => row.project_id).filter((id) => best.get(id).hits < marker.patterns.length)
    const lines = new Map()
    if (ids.length && marker.patterns.length) {
      const looks = ids.length * marker.patterns.length
      const characters = Math.min(40_000, Math.floor(MAX_LOOKS / looks))
      const most = Math.max(5, Math.min(100, Math.floor(MAX_LINES / looks)))
      for (const row of await rowsOf(LINES, ids, marker.patterns, characters, most)) lines.set(row.source_id, row)
    }
    return rows.map((row) => ({
      type: 'project',
      match: matchOf(marker, best.get(row.project_id), lines.get(row.project_id)),
      project: withOwner(row),
      workflow: null,
      maker: null,
      tool: null
    }))
  }
}

// Return the first field that has most of the words.
function bestOf (marker, row) {
  const texts = [['title', row.title], ['tagline', row.tagline], ...row.tags.map((tag) => ['tag', tag])]
  const found = texts.map(([field, text]) => ({ field, ...marker.mark(text) }))
  return found.reduce((best, each) => (each.hits > best.hits ? each : best))
}

function matchOf (marker, best, line) {
  const nowhere = { workflow: null, number: null, step: null }
  if (line !== undefined) {
    const { field, workflow, number, step } = line
    const found = marker.mark(line.line.trim())
    if (found.hits > best.hits) return { field, text: found.text, marks: found.marks, workflow, number, step }
  }
  return { field: best.field, text: best.text, marks: best.marks, ...nowhere }
}
