import { APOSTROPHE, codeOfRareUnit, EDGE, FOREIGN, type Letters, NONE, OTHER, TABLE_SIZE } from './letters.js'
import { endOfCode, endOfCodeLine, endOfTag, isNoProse } from './skip-code.js'

/** Letters of a word beyond this many are not looked at. By hand: the longest Danish words in use have about 40. */
export const LONGEST_WORD = 40

/**
 * Takes one word. `codes[1]` to `codes[length]` are its letters, with `EDGE` before and after; the buffer is used again
 * for the next word. `length` 0: letters of another script.
 */
export type WordTaker = (codes: Uint8Array, length: number, start: number, end: number) => void

/**
 * Hands out the words of `text` from `start` to `end`, in order, as letter codes: whatever their case, composed, joined
 * over soft hyphens, `Ã¸` (UTF-8 read as Latin-1) mended. Numbers, addresses, @names, #tags, markup and code are passed
 * over. Linear; makes no strings.
 */
export function readWords(letters: Letters, text: string, start: number, end: number, take: WordTaker): void {
  const buffer = new Uint8Array(LONGEST_WORD + 2)
  buffer[0] = EDGE
  let position = start
  let lineStart = true
  while (position < end) {
    if (lineStart) {
      position = endOfCodeLine(text, position, end)
      lineStart = false
      continue
    }
    const unit = text.charCodeAt(position)
    if (isSpace(unit)) {
      lineStart = unit === 10
      position++
      continue
    }
    const skipped =
      unit === 60 ? endOfTag(text, position, end) : unit === 96 ? endOfCode(text, position, end) : position
    if (skipped > position) {
      position = skipped
      continue
    }
    // A chunk: what stands between white space, tags and backticks.
    let suspicious = false
    let chunkEnd = position + 1
    for (; chunkEnd < end; chunkEnd++) {
      const next = text.charCodeAt(chunkEnd)
      if (next > 122) {
        if (next >= 0xa0) {
          if (isSpace(next)) break
        } else suspicious = true // { | } ~
      } else if (next < 48) {
        if (next <= 32) break
        if (next !== 44 && next !== 39 && next !== 34 && next !== 33 && next !== 45) suspicious = true
      } else if (next === 60 || next === 96) break
      else if (next > 57 && next < 65) suspicious = true
      else if (next > 90 && next < 97) suspicious = true
    }
    if (unit === 35 || unit === 64 || unit === 123 || unit === 125 || unit === 36) suspicious = true
    if (!suspicious || !isNoProse(text, position, chunkEnd)) {
      readChunk(letters, text, position, chunkEnd, buffer, take)
    }
    position = chunkEnd
  }
}

function readChunk(
  letters: Letters,
  text: string,
  start: number,
  end: number,
  buffer: Uint8Array,
  take: WordTaker,
): void {
  const { codes, composed } = letters
  let length = 0
  let wordStart = start
  let foreign = false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    let code = unit < TABLE_SIZE ? codes[unit]! : codeOfRareUnit(unit)
    if (code >= 2 && code !== FOREIGN && unit === 0xc3 && at + 1 < end) {
      const mended = mend(text.charCodeAt(at + 1))
      if (mended !== 0 && codes[mended] !== NONE) {
        code = codes[mended]!
        at++
      }
    }
    if (code === NONE && length > 0) {
      if (unit >= 0x300 && unit < 0x370) {
        if (length <= LONGEST_WORD) {
          const whole = composed[buffer[length]! * 128 + unit - 0x300]!
          if (whole !== NONE) buffer[length] = whole
        }
        continue
      }
      if (unit === 0xad || (unit >= 0x200b && unit <= 0x200d)) continue
      if (isInner(unit)) {
        const next = at + 1 < end ? text.charCodeAt(at + 1) : 0
        if (next < TABLE_SIZE && codes[next] !== NONE) code = unit >= 48 && unit <= 57 ? OTHER : APOSTROPHE
      }
    }
    if (length > 0 && (code === NONE || (code === FOREIGN) !== foreign)) {
      finish(buffer, length, foreign, wordStart, at, take)
      length = 0
    }
    if (code === NONE) continue
    if (length === 0) {
      wordStart = at
      foreign = code === FOREIGN
      if (unit === 0xc3 && at > start && text.charCodeAt(at - 1) === 0xc3) wordStart = at - 1
    }
    length++
    if (length <= LONGEST_WORD) buffer[length] = code
  }
  if (length > 0) finish(buffer, length, foreign, wordStart, end, take)
}

function finish(
  buffer: Uint8Array,
  length: number,
  foreign: boolean,
  start: number,
  end: number,
  take: WordTaker,
): void {
  const read = Math.min(length, LONGEST_WORD)
  buffer[read + 1] = EDGE
  take(buffer, foreign ? 0 : read, start, end)
}

/** White space, as far as it ends a chunk. */
function isSpace(unit: number): boolean {
  if (unit <= 32) return true
  if (unit < 0xa0) return unit === 0x85
  return (
    unit === 0xa0 ||
    (unit >= 0x2000 &&
      (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x3000) &&
      (unit <= 0x202f || unit === 0x3000)) ||
    unit === 0xfeff
  )
}

/** May stand inside a word when letters stand on both sides: apostrophes, and digits, which are misread letters there. */
function isInner(unit: number): boolean {
  return unit === 39 || unit === 0x2019 || unit === 0x2bc || (unit >= 48 && unit <= 57)
}

/** The letter whose second UTF-8 byte was read as `unit` in Windows-1252; 0 where it was not. */
function mend(unit: number): number {
  if (unit >= 0x80 && unit <= 0xbf) return 0xc0 + (unit & 0x3f)
  if (unit === 0x2020) return 0xc6 // Æ
  if (unit === 0x2dc) return 0xd8 // Ø
  if (unit === 0x2026) return 0xc5 // Å
  if (unit === 0x201e) return 0xc4 // Ä
  if (unit === 0x2013) return 0xd6 // Ö
  return 0
}
