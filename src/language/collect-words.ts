import type { DetectorTable } from './detector-table.js'
import { pairKey, wordHash, wordMass } from './keys.js'
import { readWords } from './read-words.js'
import { addWeights } from './score-word.js'
import { Break, type SpanWords, STRIDE } from './segment-words.js'
import { scoreWordCached } from './word-cache.js'

/** What a word of another script says for none of the languages. By hand: two such words end a passage. */
const FOREIGN_SUM = 60
/** What a word in Latin letters says for none of the languages: never. */
const LATIN_SUM = -1_000_000

/** No words yet. */
export function makeSpanWords(room: number): SpanWords {
  return {
    count: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    breaks: new Uint8Array(room),
    masses: new Int32Array(room),
    sums: new Int32Array(room * STRIDE),
  }
}

/** Adds the words of `text` from `start` to `end`; `first` is the break before the first of them. */
export function addWords(
  table: DetectorTable,
  text: string,
  start: number,
  end: number,
  first: number,
  words: SpanWords,
): void {
  const other = table.languages.length
  let before = 0
  let last = -1
  readWords(table.letters, text, start, end, (codes, length, wordStart, wordEnd) => {
    if (words.count === words.starts.length) grow(words)
    const word = words.count++
    words.starts[word] = wordStart
    words.ends[word] = wordEnd
    words.breaks[word] = last < 0 ? first : breakBetween(text, last, wordStart)
    last = wordEnd
    words.sums[word * STRIDE + other] = LATIN_SUM
    if (length === 0) {
      before = 0
      words.masses[word] = 0
      words.sums[word * STRIDE + other] = FOREIGN_SUM
      return
    }
    const hash = wordHash(codes, length)
    scoreWordCached(table, codes, length, hash, words.sums, word * STRIDE)
    if (before !== 0 && words.breaks[word]! <= Break.comma) {
      addWeights(table, pairKey(before, hash), words.sums, word * STRIDE)
    }
    before = hash
    words.masses[word] = wordMass(length)
  })
}

/** The strongest break in what stands between two words. */
function breakBetween(text: string, start: number, end: number): number {
  if (end - start === 1) return Break.inside
  let found: number = Break.inside
  let lines = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 32 || unit === 45) continue
    let kind: number = Break.inside
    if (unit === 10 || unit === 0x2028 || unit === 0x2029 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) {
      kind = ++lines > 1 ? Break.block : Break.line
    } else if (isQuote(text, at)) kind = Break.quote
    else if (unit === 46 || unit === 33 || unit === 63 || unit === 0x2026) {
      if (at + 1 === end || text.charCodeAt(at + 1) <= 32 || isQuote(text, at + 1)) {
        kind = Break.sentence
      }
    } else if (isBracket(unit) || unit === 44 || unit === 58 || unit === 59 || unit === 0x2013 || unit === 0x2014)
      kind = Break.comma
    if (kind > found) found = kind
  }
  return found
}

/** Whether a quotation mark stands there. An apostrophe is one only beside white space. */
export function isQuote(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit === 34 || unit === 0xab || unit === 0xbb || (unit >= 0x201a && unit <= 0x201f)) return true
  if (unit === 39 || unit === 0x2018 || unit === 0x2019) {
    return at === 0 || text.charCodeAt(at - 1) <= 32 || at + 1 === text.length || text.charCodeAt(at + 1) <= 32
  }
  return unit === 0x2039 || unit === 0x203a
}

function isBracket(unit: number): boolean {
  return unit === 40 || unit === 41 || unit === 91 || unit === 93
}

function grow(words: SpanWords): void {
  const larger = makeSpanWords(words.starts.length * 2)
  larger.starts.set(words.starts)
  larger.ends.set(words.ends)
  larger.breaks.set(words.breaks)
  larger.masses.set(words.masses)
  larger.sums.set(words.sums)
  Object.assign(words, { ...larger, count: words.count })
}
