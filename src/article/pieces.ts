import type { Span } from '../model/span.js'
import type { BlockMark, Piece } from './reading.js'

/**
 * Collects the text of one block from a body: white space runs become one space (or one line break), invisible
 * characters go, entities come in decoded; where each stretch came from is kept. Linear in what is added.
 */
export class PieceBuilder {
  readonly #body: string
  readonly #pieces: { text: string; start: number; end: number }[] = []
  #length = 0
  #spaceStart = -1
  #spaceEnd = -1
  #breaksLine = false

  constructor(body: string) {
    this.#body = body
  }

  /** Units collected so far, without white space at the end. */
  get length(): number {
    return this.#length
  }

  /** Where the next visible character will stand. */
  get position(): number {
    return this.#spaceStart >= 0 && this.#length > 0 ? this.#length + 1 : this.#length
  }

  /** The last visible character, or an empty string. */
  get last(): string {
    return this.#pieces.at(-1)?.text.at(-1) ?? ''
  }

  /** Whether a line break waits to be written. */
  get atLineBreak(): boolean {
    return this.#breaksLine && this.#spaceStart >= 0
  }

  /** `body.slice(start, end)` as it stands; line breaks in it are plain white space. */
  addSource(start: number, end: number): void {
    const body = this.#body
    let run = start
    for (let index = start; index < end; index++) {
      const code = body.charCodeAt(index)
      if (code > 0x20 && code < 0x7f) continue
      if (code === 0x20) {
        const next = body.charCodeAt(index + 1)
        if (index > run && index + 1 < end && next > 0x20 && next < 0x7f) continue
      } else if (code > 0xa0 && code !== 0xad && !isOdd(code)) continue
      if (index > run) this.#append(body.slice(run, index), run, index)
      run = index + 1
      if (!isInvisible(code)) this.addSpace(index, index + 1)
    }
    if (end > run) this.#append(body.slice(run, end), run, end)
  }

  /** `text` in place of `body.slice(start, end)`: an entity, an escape, an attribute's words. */
  addReplaced(text: string, start: number, end: number): void {
    if (text.length === 1 && isSpace(text.charCodeAt(0))) this.addSpace(start, end)
    else if (text.length === 1 && isInvisible(text.charCodeAt(0))) return
    else if (text) this.#append(text, start, end)
  }

  /** White space; nothing at the start and at the end of a block. */
  addSpace(start: number, end: number): void {
    if (this.#spaceStart < 0) this.#spaceStart = start
    this.#spaceEnd = end
  }

  /** A line break that the author meant: one `\n` in the text. */
  addLineBreak(start: number, end: number): void {
    this.addSpace(start, end)
    this.#breaksLine = true
  }

  #append(text: string, start: number, end: number): void {
    if (this.#spaceStart >= 0) {
      const [spaceStart, spaceEnd] = [this.#spaceStart, Math.max(this.#spaceEnd, this.#spaceStart)]
      const space = this.#breaksLine ? '\n' : ' '
      this.#spaceStart = -1
      this.#breaksLine = false
      if (this.#length > 0) this.#append(space, spaceStart, spaceEnd)
    }
    this.#length += text.length
    const last = this.#pieces.at(-1)
    const isVerbatim = text.length === end - start
    if (last && isVerbatim && last.end === start && last.text.length === last.end - last.start) {
      last.text += text
      last.end = end
    } else this.#pieces.push({ text, start, end })
  }

  /** The pieces, NFC, and `marks` moved along. */
  finish(marks: readonly BlockMark[]): { readonly pieces: readonly Piece[]; readonly marks: readonly BlockMark[] } {
    return normalizePieces(this.#pieces, marks)
  }
}

/** The text of pieces joined. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map((piece) => piece.text).join('')
}

/** Where a stretch of the pieces' joined text stands in the body, from its first to its last unit. */
export function sourceOf(pieces: readonly Piece[], start: number, end: number): Span {
  let offset = 0
  let from = -1
  let to = 0
  for (const piece of pieces) {
    const pieceEnd = offset + piece.text.length
    const isVerbatim = piece.text.length === piece.end - piece.start
    if (pieceEnd > start && offset < end) {
      if (from < 0) from = isVerbatim ? piece.start + Math.max(0, start - offset) : piece.start
      to = isVerbatim ? piece.start + Math.min(end, pieceEnd) - offset : piece.end
    }
    offset = pieceEnd
  }
  return { start: Math.max(0, from), end: to }
}

/** The first `end` units of the pieces. */
export function cutPieces(pieces: readonly Piece[], end: number): Piece[] {
  return sourceWalker(pieces)(0, end)
}

/** From the first piece's start to the last one's end; empty without pieces. */
export function extentOf(pieces: readonly Piece[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }
}

/** Pieces whose joined text is NFC: a letter and its combining marks become one piece that maps as a whole. */
export function normalizePieces(
  pieces: readonly Piece[],
  marks: readonly BlockMark[],
): { readonly pieces: readonly Piece[]; readonly marks: readonly BlockMark[] } {
  const text = textOf(pieces)
  const normal = text.normalize('NFC')
  if (normal === text) return { pieces, marks }
  const result: Piece[] = []
  const moved = new Map<number, number>()
  const wanted = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b)
  let length = 0
  let next = 0
  const source = sourceWalker(pieces)
  let plainStart = -1
  const flush = (end: number): void => {
    if (plainStart >= 0) for (const piece of source(plainStart, end)) result.push(piece)
    plainStart = -1
  }
  for (const match of text.matchAll(/[\s\S][\p{M}\u1160-\u11ff]*/gu)) {
    const [cluster] = match
    const start = match.index
    for (; next < wanted.length && (wanted[next] ?? 0) <= start; next++) moved.set(wanted[next] ?? 0, length)
    const written = cluster.normalize('NFC')
    if (written === cluster) {
      if (plainStart < 0) plainStart = start
    } else {
      flush(start)
      const parts = source(start, start + cluster.length)
      result.push({ text: written, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 })
    }
    length += written.length
  }
  flush(text.length)
  for (; next < wanted.length; next++) moved.set(wanted[next] ?? 0, length)
  // Scripts whose letters join without combining marks: the block as a whole.
  const isSame = textOf(result) === normal
  const whole = { text: normal, start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }
  const end = normal.length
  return {
    pieces: isSame ? result : [whole],
    marks: marks.map((mark) => ({
      kind: mark.kind,
      start: Math.min(end, moved.get(mark.start) ?? 0),
      end: Math.min(end, moved.get(mark.end) ?? 0),
    })),
  }
}

/** Cuts pieces at offsets of their joined text; each call starts where the last one ended or later. */
function sourceWalker(pieces: readonly Piece[]): (start: number, end: number) => Piece[] {
  let index = 0
  let offset = 0
  return (start, end) => {
    const found: Piece[] = []
    for (let at = start; at < end; ) {
      const piece = pieces[index]
      if (!piece) break
      const pieceEnd = offset + piece.text.length
      if (pieceEnd <= at) {
        offset = pieceEnd
        index++
        continue
      }
      const to = Math.min(end, pieceEnd)
      const isVerbatim = piece.text.length === piece.end - piece.start
      found.push({
        text: piece.text.slice(at - offset, to - offset),
        start: isVerbatim ? piece.start + at - offset : piece.start,
        end: isVerbatim ? piece.start + to - offset : piece.end,
      })
      at = to
    }
    return found
  }
}

/** White space and control characters: all become one space. */
function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** Soft hyphen, zero-width space, word joiner, byte order mark: no reader sees them. */
function isInvisible(code: number): boolean {
  return code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff
}

function isOdd(code: number): boolean {
  return code >= 0x1680 && (isSpace(code) || isInvisible(code))
}
