// Mentions (`@handle`) in a text: service/features/community/discussion/domain.py in JavaScript.

const MENTIONS = 10

// The lookahead with \1 is an atomic group.
const MENTION = /(?<![\p{L}\p{N}_@./\\-])@(?=([A-Za-z0-9](?:-?[A-Za-z0-9])*))\1(?![\p{L}\p{N}_@])/gu
const FENCE = /^[ \t]*(?:(?:>|[-+*]|\p{Nd}{1,9}[.)])[ \t]*)*(?<fence>`{3,}(?=[^`]*$)|~{3,})/u
const MARKS = /^[ \t>]*/
const LIST_ITEM = /^[ \t]*(?:[-+*]|\p{Nd}{1,9}[.)])(?:[ \t]|$)/u
const INDENTED = /^(?: {4}| {0,3}\t)/
const BACKTICKS = /(\\*)(`+)/g
// eslint-disable-next-line no-control-regex
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

export function mentions (markdown) {
  const found = new Set()
  for (const paragraph of paragraphs(markdown)) {
    for (const [, handle] of withoutSpans(paragraph).matchAll(MENTION)) {
      if (handle.length >= 3 && handle.length <= 30) {
        found.add(handle.toLowerCase())
        if (found.size === MENTIONS) return [...found]
      }
    }
  }
  return [...found]
}

// Return the text without code blocks, in pieces that no code span crosses.
function * paragraphs (markdown) {
  let lines = []
  let fence = ''
  let inList = false
  let afterBlank = true
  for (const line of markdown.split(LINE_END)) {
    if (fence) {
      const rest = line.slice(MARKS.exec(line)[0].length).trimEnd()
      if (rest.length >= fence.length && rest === fence[0].repeat(rest.length)) fence = ''
      continue
    }
    fence = FENCE.exec(line)?.groups.fence ?? ''
    const blank = /^[ \t>]*$/.test(line)
    // Indented code cannot interrupt a paragraph or continue a list.
    const code = afterBlank && !inList && INDENTED.test(line)
    if (fence || blank || code) {
      if (lines.length) yield lines.join('\n')
      lines = []
    } else {
      lines.push(line)
      inList = LIST_ITEM.test(line) || (inList && !(afterBlank && line[0] !== ' ' && line[0] !== '\t'))
    }
    afterBlank = blank || code || Boolean(fence)
  }
  if (lines.length) yield lines.join('\n')
}

// Replace each code span by a space. It ends at the next run of backticks of the same length.
function withoutSpans (text) {
  const runs = [...text.matchAll(BACKTICKS)].map((match) => {
    const start = match.index + match[1].length
    return [start, start + match[2].length, match[1].length % 2 === 1]
  })
  if (runs.length === 0) return text
  const byLength = new Map()
  for (const [start, end] of runs.toReversed()) {
    if (!byLength.has(end - start)) byLength.set(end - start, [])
    byLength.get(end - start).push(start)
  }
  const kept = []
  let at = 0
  for (const [start, end, escaped] of runs) {
    const first = escaped ? start + 1 : start // the backslash takes one of them
    if (first < at || first === end) continue
    const closing = byLength.get(end - first) ?? []
    while (closing.length && closing.at(-1) < end) closing.pop()
    if (closing.length) {
      kept.push(text.slice(at, first))
      at = closing.pop() + end - first
    }
  }
  kept.push(text.slice(at))
  return kept.join(' ')
}
