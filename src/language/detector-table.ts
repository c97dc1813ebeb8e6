import { pairKey, slotOf, wordHash, wordKey } from './keys.js'
import { EDGE, type Letters, makeLetters } from './letters.js'
import { makeWordCache, type WordCache } from './word-cache.js'

/** The detector unpacked: which grams, words and word pairs speak for which language. */
export interface DetectorTable {
  /** BCP 47, in the order of the weights. */
  readonly languages: readonly string[]
  readonly letters: Letters
  /**
   * Open-address table: key, then where the feature's weights begin times 16 plus how many they are. Key 0: empty slot.
   * Each beginning of a gram is in it too, with no weights if it has none, so that a search may stop at the first miss.
   */
  readonly slots: Int32Array
  /** 32 less the number of bits of a slot's number. */
  readonly shift: number
  /** Place of the language times 16, plus the weight plus 8 (weights are -7 to 7). */
  readonly weights: Uint8Array
  /** What was fitted beside the weights: name, numbers. */
  readonly settings: ReadonlyMap<string, readonly number[]>
  readonly cache: WordCache
}

/** Characters of the packed form for `0` to `92`: printable, without the quote and the backslash. */
export const DIGITS: string = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place))
  .filter((digit) => digit !== '"' && digit !== '\\')
  .join('')

/** Characters of the packed form for the letter codes, from `EDGE` on: one byte a letter. */
export const PACKED_LETTERS = '_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-'

const tables = new WeakMap<object, DetectorTable | null>()
let latest: { readonly packed: string; readonly table: DetectorTable } | undefined

/**
 * The table of the first of `languages` that has one; `null` where none has. Unpacked at first use (some milliseconds),
 * kept as long as the language value lives; languages that share a table share the work.
 */
export function detectorTable(languages: readonly { readonly detector: string }[]): DetectorTable | null {
  const first = languages[0]
  if (!first) return null
  let table = tables.get(first)
  if (table === undefined) {
    const packed = languages.find((language) => language.detector !== '')?.detector ?? ''
    if (packed === '') table = null
    else {
      if (latest?.packed !== packed) latest = { packed, table: unpackDetector(packed) }
      table = latest.table
    }
    tables.set(first, table)
  }
  return table
}

/**
 * Undoes `packDetector` of data/learn/pack-detector.ts. Seven lines: languages; settings; grams, words, pairs, each
 * entry a digit (letters shared with the entry before) and the letters that follow; per feature which languages, in
 * three digits of five bits, first digits first; all weights, language by language within a feature.
 */
export function unpackDetector(packed: string): DetectorTable {
  const [codes = '', settings = ''] = packed.split('\n', 2)
  const bytes = new Uint8Array(packed.length)
  for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at)
  let start = codes.length + settings.length + 2
  const nextLine = (): Uint8Array => {
    const end = bytes.indexOf(10, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    start += line.length + 1
    return line
  }
  const [grams, words, pairs, masks, values] = [nextLine(), nextLine(), nextLine(), nextLine(), nextLine()]
  const digitOf = new Uint8Array(128)
  for (let digit = 0; digit < DIGITS.length; digit++) digitOf[DIGITS.charCodeAt(digit)] = digit
  const count = masks.length / 3
  const weights = new Uint8Array(values.length)
  const lists = new Int32Array(count)
  let next = 0
  for (let place = 0; place < count; place++) {
    const first = next
    let mask =
      digitOf[masks[place]!]! | (digitOf[masks[count + place]!]! << 5) | (digitOf[masks[2 * count + place]!]! << 10)
    while (mask !== 0) {
      const language = 31 - Math.clz32(mask & -mask)
      mask &= mask - 1
      weights[next] = (language << 4) | digitOf[values[next]!]!
      next++
    }
    lists[place] = (first << 4) | (next - first)
  }
  let bits = 10
  while (1 << bits < count * 2.5) bits++
  const shift = 32 - bits
  const slots = new Int32Array(2 << bits)
  const last = slots.length - 1
  const add = (key: number, list: number): void => {
    let slot = slotOf(key, shift) << 1
    while (slots[slot] !== 0) slot = (slot + 2) & last
    slots[slot] = key
    slots[slot + 1] = list
  }
  let feature = 0
  readEntries(grams, (buffer, length, shared) => {
    let key = 0
    for (let place = 0; place < length; place++) {
      key = (key << 6) | buffer[place]!
      if (place >= shared && place < length - 1) add(key, 0)
    }
    add(key, lists[feature++]!)
  })
  readEntries(words, (buffer, length) => add(wordKey(wordHash(buffer, length - 1)), lists[feature++]!))
  readEntries(pairs, (buffer, length) => {
    const gap = buffer.indexOf(EDGE, 1)
    const second = wordHash(buffer.subarray(gap), length - gap - 1)
    add(pairKey(wordHash(buffer, gap - 1), second), lists[feature++]!)
  })
  return {
    languages: codes.split(' '),
    letters: makeLetters(),
    slots,
    shift,
    weights,
    settings: readSettings(settings),
    cache: makeWordCache(),
  }
}

/**
 * Calls `take` for each entry of a front-coded line, with its letter codes and how many of them it shares with the entry
 * before; words and pairs begin with an edge.
 */
function readEntries(line: Uint8Array, take: (buffer: Uint8Array, length: number, shared: number) => void): void {
  const codeOf = new Uint8Array(128)
  for (let place = 0; place < PACKED_LETTERS.length; place++) codeOf[PACKED_LETTERS.charCodeAt(place)] = place + EDGE
  const buffer = new Uint8Array(128)
  let at = 0
  while (at < line.length) {
    const shared = line[at++]! - 48
    let length = shared
    for (; at < line.length; at++) {
      const code = codeOf[line[at]!]!
      if (code === 0) break // a digit: the next entry
      buffer[length++] = code
    }
    take(buffer, length, shared)
  }
}

function readSettings(line: string): Map<string, readonly number[]> {
  const settings = new Map<string, readonly number[]>()
  for (const entry of line.split(';')) {
    const [name = '', numbers = ''] = entry.split('=')
    settings.set(name, numbers.split(',').map(Number))
  }
  return settings
}
