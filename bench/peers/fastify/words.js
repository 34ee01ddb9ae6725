// Query parser, stems, highlighting and spelling of the search: the Python modules of service/features/community/search
// in JavaScript. Offsets count code points.

const MAX_WORDS = 16
const MAX_TEXT = 240
const BEFORE = 60
const MAX_MARKS = 20
const PARTS = /(-?)"([^"]*)"?|(\S+)/gu
const WORDS = /[\p{L}\p{N}]+/gu

// Stop words of one language that are words in the other.
const AMBIGUOUS = new Set(
  ['been', 'ben', 'dan', 'die', 'door', 'men', 'most', 'tot', 'van', 'want', 'wie', 'wil']
)

const UNMARKED = unmarked()
const MARKED = marked()

// Latin letters with diacritics → base letters, one for one, so that offsets stay the same.
function unmarked () {
  const found = new Map([['ı', 'i'], ['İ', 'i'], ...[...'-_/\\.<>@'].map((sign) => [sign, ' '])])
  for (const [from, to] of [[0xC0, 0x250], [0x1E00, 0x1F00]]) {
    for (let code = from; code < to; code++) {
      const sign = String.fromCodePoint(code)
      const letters = [...sign.normalize('NFKD')].filter((each) => !/\p{M}/u.test(each))
      if (letters.length === 1) found.set(sign, letters[0])
    }
  }
  return found
}

// Lower-case Latin letters → all variants with and without diacritics, for a pattern.
function marked () {
  const found = new Map()
  for (const [sign, letter] of UNMARKED) {
    if (/^[a-z]$/.test(letter) && /\p{Lowercase}/u.test(sign)) found.set(letter, (found.get(letter) ?? letter) + sign)
  }
  return new Map([...found].map(([letter, all]) => [letter, `[${all}]`]))
}

function fold (text) {
  const folded = Array.from(text, (sign) => UNMARKED.get(sign) ?? sign)
  const lowered = folded.join('').toLowerCase()
  return Array.from(lowered).length === folded.length ? lowered : folded.join('')
}

function wordsOf (text) {
  return fold(text.normalize('NFC')).match(WORDS) ?? []
}

// Parsed search: groups of words, an empty group for `or`; and the excluded words.
export class Typed {
  constructor (parts, without) {
    this.parts = parts
    this.without = without
  }

  get wanted () {
    return this.parts.map(shown).join(' ')
  }

  get unwanted () {
    return this.without.map(shown).join(' or ')
  }

  get words () {
    return [...new Set(this.parts.flatMap((part) => part.words))]
  }

  toString () {
    return [...this.parts.map(shown), ...this.without.map((part) => `-${shown(part)}`)].join(' ')
  }

  // Drop stop words as long as a word remains; keep phrases and `or`.
  withoutStopWords (stopWords) {
    if (this.parts.some((part) => part.words.length === 0)) return this
    const kept = this.parts.filter((part) => part.quoted || part.words.length > 1 || !stopWords.has(part.words[0]))
    return new Typed(kept.length ? kept : this.parts, this.without)
  }

  corrected (meant) {
    const words = (part) => part.words.map((word) => meant.get(word) ?? word)
    return new Typed(this.parts.map((part) => ({ ...part, words: words(part) })), this.without)
  }
}

function shown ({ words, quoted }) {
  if (words.length === 0) return 'or'
  return quoted ? `"${words.join(' ')}"` : words.join(' ')
}

export function typed (text) {
  const wanted = []
  const without = []
  for (const [, minus = '', quoted = '', bare = ''] of text.matchAll(PARTS)) {
    if (bare.toLowerCase() === 'or') {
      wanted.push({ words: [], quoted: false })
      continue
    }
    const leftOut = minus !== '' || (bare.startsWith('-') && bare.length > 1)
    const words = wordsOf(quoted || bare)
    if (words.length) {
      (leftOut ? without : wanted).push({ words, quoted: bare === '' || (leftOut && words.length > 1) })
    }
  }
  return new Typed(joined(first(wanted)), first(without))
}

function first (parts) {
  const kept = []
  let left = MAX_WORDS
  for (const part of parts) {
    if (left > 0) {
      const words = part.words.slice(0, left)
      kept.push({ ...part, words })
      left -= words.length
    }
  }
  return kept
}

// Drop an `or` without an operand.
function joined (parts) {
  const kept = []
  for (const part of parts) {
    if (part.words.length || kept.at(-1)?.words.length) kept.push(part)
  }
  while (kept.length && !kept.at(-1).words.length) kept.pop()
  return kept
}

// Return the stems of words.
export class Stems {
  constructor (rows) {
    this.rows = new Map(rows.map((row) => [row.word, row]))
    const empty = rows.filter((row) => row.english === null || row.dutch === null).map((row) => row.word)
    this.stopWords = new Set(empty.filter((word) => !AMBIGUOUS.has(word)))
  }

  // Return the stems of words; keep stop words only if there is nothing else.
  of (words) {
    const rows = words.map((word) => this.rows.get(word))
    const kept = rows.filter((row) => !this.stopWords.has(row.word))
    return kept.length ? kept : rows
  }
}

// Finds the words of one query by their stems; `patterns` are for PostgreSQL.
export class Marker {
  constructor (stems) {
    const bodies = stems
      .map(({ english, dutch }) => [...new Set([english, dutch].filter(Boolean).map(beginning))])
      .filter((beginnings) => beginnings.length)
      .map((beginnings) => `(?:${beginnings.join('|')})`)
    const withMarks = (body) => Array.from(body, (sign) => MARKED.get(sign) ?? sign).join('')
    this.patterns = bodies.map((body) => `(?:\\m|_)${withMarks(body)}`)
    this.compiled = bodies.map((body) => new RegExp(`(?<![\\p{L}\\p{N}])${body}[\\p{L}\\p{N}]*`, 'gu'))
  }

  mark (text) {
    const folded = fold(text)
    const points = Array.from(text)
    const at = points.length === folded.length ? (unit) => unit : (unit) => Array.from(folded.slice(0, unit)).length
    const spans = new Map()
    let hits = 0
    for (const pattern of this.compiled) {
      const found = [...folded.matchAll(pattern)]
      if (found.length) hits++
      for (const match of found) {
        const [start, end] = [at(match.index), at(match.index + match[0].length)]
        spans.set(`${start} ${end}`, [start, end])
      }
    }
    const sorted = [...spans.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
    const start = sorted.length && sorted[0][1] > MAX_TEXT ? Math.max(0, sorted[0][0] - BEFORE) : 0
    const cut = points.slice(start, start + MAX_TEXT)
    const marks = sorted.filter(([, end]) => end <= start + cut.length)
      .map(([from, end]) => ({ start: from - start, length: end - from }))
    return { text: cut.join(''), marks: marks.slice(0, MAX_MARKS), hits }
  }
}

function beginning (stem) {
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const last = stem.at(-1)
  if (stem.length > 2 && (last === 'i' || last === 'y')) return `${escaped(stem.slice(0, -1))}(?:i|y)`
  if (stem.length > 2 && last === 'e') return `${escaped(stem.slice(0, -1))}(?:e|ing)`
  return escaped(stem)
}

// Map each unknown word to the closest known word.
export function meant (words, similar) {
  const found = new Map()
  for (const word of words) {
    const candidates = similar.filter((row) => row.misspelt === word)
    if (candidates.some((row) => row.word === word)) continue
    const length = Array.from(word).length
    const reach = length <= 5 ? 1 : length <= 9 ? 2 : 3
    const ranked = candidates
      .map((row) => ({ ...row, distance: distance(word, row.word) }))
      .filter((row) => row.distance <= reach)
      .sort((a, b) => a.distance - b.distance || b.level - a.level || (a.word < b.word ? -1 : 1))
    if (ranked.length) found.set(word, ranked[0].word)
  }
  return found
}

// Optimal string alignment distance: wrong, missing, additional or swapped letters.
function distance (one, other) {
  const a = Array.from(one)
  const b = Array.from(other)
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + wrong)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1)
      }
    }
  }
  return rows[a.length][b.length]
}
