import type { BlockKind } from '../model/document.js'
import type { Piece, ReadBlock, Reading } from './reading.js'

/** A line of the body without the white space at its ends. */
interface Line {
  readonly start: number
  readonly end: number
}

// by hand: narrower is verse or a list, wider is no page that somebody wrapped
const narrowestPage = 40
const widestPage = 120

/**
 * Plain text as blocks: one a line, as copied from a page or written in a text field. Lines that a mail program or an
 * editor wrapped at a fixed width become one paragraph again; a line that begins with a bullet is a list item, and a
 * short line without a full stop before a long one is a heading.
 * @remarks Linear in the body. Every block maps back to the body unit for unit, apart from the line breaks within a
 *   wrapped paragraph, which become spaces.
 */
export function readText(body: string): Reading {
  const blocks: ReadBlock[] = []
  for (const group of lineGroups(body)) {
    for (const lines of isWrapped(body, group) ? [group] : group.map((line) => [line])) {
      const block = readLines(body, lines)
      if (block) blocks.push(block)
    }
  }
  return {
    blocks: blocks.map((block, at) => nameHeading(block, blocks[at + 1])),
    markedQuotes: [],
    removed: [],
    meta: {},
  }
}

/** Lines that stand together: no empty line between them. */
function* lineGroups(body: string): Generator<Line[]> {
  let group: Line[] = []
  let at = 0
  while (at <= body.length) {
    let next = at
    while (next < body.length && !isBreak(body.charCodeAt(next))) next++
    let start = at
    let end = next
    while (start < end && isSpace(body.charCodeAt(start))) start++
    while (end > start && isSpace(body.charCodeAt(end - 1))) end--
    if (end > start) group.push({ start, end })
    else if (group.length > 0) {
      yield group
      group = []
    }
    at = next + (body.charCodeAt(next) === 13 && body.charCodeAt(next + 1) === 10 ? 2 : 1)
  }
  if (group.length > 0) yield group
}

/**
 * Whether a fixed width broke the lines: then the first word of each line would not have fitted on the line before it,
 * and at least one line goes on in lower case.
 */
function isWrapped(body: string, group: readonly Line[]): boolean {
  if (group.length < 2) return false
  let width = 0
  for (const { start, end } of group) width = Math.max(width, end - start)
  if (width < narrowestPage || width > widestPage) return false
  let isRunningOn = false
  for (let at = 1; at < group.length; at++) {
    const before = group[at - 1]
    const line = group[at]
    if (!before || !line || bulletLength(body, line) > 0) return false
    let wordEnd = line.start
    while (wordEnd < line.end && !isSpace(body.charCodeAt(wordEnd))) wordEnd++
    // by hand: a page with a ragged edge has up to six units to spare
    if (before.end - before.start + 1 + (wordEnd - line.start) <= width - 6) return false
    if (/^\p{Ll}/u.test(body.slice(line.start, line.start + 2))) isRunningOn = true
  }
  return isRunningOn
}

/** One block of one or more lines; undefined when there is a bullet and nothing else. */
function readLines(body: string, lines: readonly Line[]): ReadBlock | undefined {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return undefined
  const bullet = bulletLength(body, first)
  if (first.start + bullet >= first.end) return undefined
  const pieces: Piece[] = []
  for (const [at, line] of lines.entries()) {
    const start = at === 0 ? line.start + bullet : line.start
    const before = lines[at - 1]
    if (before) pieces.push({ text: ' ', start: before.end, end: line.start })
    pieces.push({ text: body.slice(start, line.end), start, end: line.end })
  }
  const kind: BlockKind = bullet > 0 ? 'list-item' : 'paragraph'
  const block: ReadBlock = { kind, pieces, marks: [], source: { start: first.start, end: last.end } }
  return bullet > 0 ? { ...block, level: 1 } : block
}

/** Length of a bullet and the space behind it: "• ", "- ", "* ". A dash before speech ("– Jeg kommer") is no bullet. */
function bulletLength(body: string, { start, end }: Line): number {
  const match = /^(?:[•◦‣▪■●]\s*|[·*-]\s+)/u.exec(body.slice(start, Math.min(end, start + 12)))
  return match ? match[0].length : 0
}

/** A short line without a full stop, before a longer line that has one, is a heading. */
function nameHeading(block: ReadBlock, next: ReadBlock | undefined): ReadBlock {
  if (block.kind !== 'paragraph' || !next || next.kind !== 'paragraph') return block
  const text = block.pieces[0]?.text ?? ''
  const after = next.pieces[0]?.text ?? ''
  // by hand: headings of articles are shorter, and what they stand over is at least twice as long
  if (block.pieces.length > 1 || text.length > 90 || after.length < Math.max(60, 2 * text.length)) return block
  if (!/[\p{L}\p{N})?!»”"’']$/u.test(text) || !/^[\p{Lu}\p{N}»”"“#¿¡(]/u.test(text)) return block
  return { ...block, kind: 'heading', level: 2 }
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 12
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0 || unit === 0x200b || unit === 0xfeff || unit === 11
}
