/** A tag longer than this is not taken for one. By hand. */
const LONGEST_TAG = 600
/** Code between backticks longer than this is not taken for code. By hand. */
const LONGEST_CODE = 20_000
/** Last part of a name with dots in it that makes it a file or an address. By hand. */
const SUFFIXES: ReadonlySet<string> = new Set(
  'com dk no se de uk nl is fo fi fr es pl eu org net edu gov io dev app tv html htm php js mjs ts tsx jsx css json xml yml yaml md txt csv pdf doc docx xls xlsx png jpg jpeg gif svg zip exe py rb rs java sh'.split(
    ' ',
  ),
)

/** Whether the chunk (no white space in it) is an address, a @name, a #tag, a file or code. Linear in the chunk. */
export function isNoProse(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  if ((first === 64 || first === 35 || first === 36) && start + 1 < end && isAsciiLetter(text.charCodeAt(start + 1)))
    return true
  let lastDot = -1
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 0
    if (unit === 58 && next === 47 && text.charCodeAt(at + 2) === 47) return true // ://
    if (unit === 58 && next === 58) return true // ::
    if (unit === 64 && at > start && isAsciiLetter(next)) return true // a@b
    if (unit === 64 && at > start && !isAsciiLetter(text.charCodeAt(at - 1)) && isAsciiLetter(next)) return true
    if (unit === 95 && at > start && next > 47 && text.charCodeAt(at - 1) > 47 && next !== 95) return true // a_b
    if (unit === 123 || unit === 125 || unit === 92) return true // { } \
    if (unit === 61 && at > start) return true // a=
    if (unit === 40 && next === 41) return true // ()
    if (unit === 46 && next > 47 && at > start) lastDot = at
    if (unit === 47 && (at === start || next === 47) && isAsciiLetter(next)) return true // /path
  }
  return lastDot > start && isNameWithDots(text, end, lastDot)
}

function isNameWithDots(text: string, end: number, lastDot: number): boolean {
  let nameEnd = lastDot + 1
  while (nameEnd < end && text.charCodeAt(nameEnd) !== 47) nameEnd++
  while (nameEnd > lastDot && !isAsciiLetter(text.charCodeAt(nameEnd - 1))) nameEnd--
  return isSuffix(text, lastDot + 1, nameEnd)
}

function isSuffix(text: string, start: number, end: number): boolean {
  return end - start <= 5 && SUFFIXES.has(text.slice(start, end))
}

/** Where the tag that may begin at `start` ends; `start` where it is none. */
export function endOfTag(text: string, start: number, end: number): number {
  const next = text.charCodeAt(start + 1)
  if (!(isAsciiLetter(next) || next === 47 || next === 33)) return start
  const limit = Math.min(end, start + LONGEST_TAG)
  for (let at = start + 1; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 62) return at + 1
    if (unit === 60) return start
  }
  return start
}

/**
 * Where the code between backticks that may begin at `start` ends; after the backticks where it is none. A fence ends
 * at the next fence, inline code at the next backtick of its line: a failed search then costs no more than it passes.
 */
export function endOfCode(text: string, start: number, end: number): number {
  let open = start
  while (open < end && text.charCodeAt(open) === 96) open++
  const fence = open - start >= 3
  const limit = Math.min(end, open + (fence ? LONGEST_CODE : LONGEST_TAG))
  for (let at = open; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 && !fence) return open
    if (unit !== 96) continue
    let close = at
    while (close < end && text.charCodeAt(close) === 96) close++
    if (!fence || close - at >= 3) return close
    at = close - 1
  }
  return open
}

/**
 * Where the line at `start` ends if it looks like a line of a program; else `start`. A line of a law ends in a semicolon
 * too and has brackets, but no call: `(` right after a letter.
 */
export function endOfCodeLine(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start)
  const lineEnd = newline < 0 || newline > end ? end : newline
  let last = lineEnd - 1
  while (last > start && text.charCodeAt(last) <= 32) last--
  const unit = text.charCodeAt(last)
  if (unit !== 59 && unit !== 123 && unit !== 125) return start // ; { }
  for (let at = start; at < last; at++) {
    const inner = text.charCodeAt(at)
    if (inner === 61 || inner === 123 || inner === 125) return lineEnd // = { }
    if (inner === 40 && (unit !== 59 || (at > start && isAsciiLetter(text.charCodeAt(at - 1))))) return lineEnd // f(
  }
  return start
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
}
