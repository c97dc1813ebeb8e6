import { pairKey, slotOf, wordHash, wordKey } from './keys.js'
import { EDGE, type Letters, makeLetters } from './letters.js'
import { makeWordCache, type WordCache } from './word-cache.js'

/** The detector unpacked: which grams, words and word pairs speak for which language. */
export interface DetectorTable {
  /** BCP 47, in the order of the weights. */
  readonly languages: readonly string[]
  readonly letters: Letters
  /** Open-address table of feature keys; 0 is an empty slot. */
  readonly slots: Int32Array
  /** 32 less the number of bits of a slot's place. */
  readonly shift: number
  /** Beside `slots`: number of the feature. */
  readonly features: Uint16Array
  /** The weights of feature `f` are `weights[offsets[f]]` up to `weights[offsets[f + 1]]`. */
  readonly offsets: Uint32Array
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
  const [codes = '', settings = '', grams = '', words = '', pairs = '', masks = '', values = ''] = packed.split('\n')
  const digitOf = new Uint8Array(128)
  for (let digit = 0; digit < DIGITS.length; digit++) digitOf[DIGITS.charCodeAt(digit)] = digit
  const count = masks.length / 3
  let bits = 10
  while (1 << bits < count * 2.2) bits++
  const shift = 32 - bits
  const last = (1 << bits) - 1
  const slots = new Int32Array(1 << bits)
  const features = new Uint16Array(1 << bits)
  let feature = 0
  const add = (key: number): void => {
    let slot = slotOf(key, shift)
    while (slots[slot] !== 0) slot = (slot + 1) & last
    slots[slot] = key
    features[slot] = feature++
  }
  readEntries(grams, (buffer, length) => {
    let key = 0
    for (let place = 0; place < length; place++) key = (key << 6) | buffer[place]!
    add(key)
  })
  readEntries(words, (buffer, length) => add(wordKey(wordHash(buffer, length - 1))))
  readEntries(pairs, (buffer, length) => {
    const gap = buffer.indexOf(EDGE, 1)
    add(pairKey(wordHash(buffer, gap - 1), wordHash(buffer.subarray(gap), length - gap - 1)))
  })
  const offsets = new Uint32Array(count + 1)
  const weights = new Uint8Array(values.length)
  let next = 0
  for (let place = 0; place < count; place++) {
    let mask =
      digitOf[masks.charCodeAt(place)]! |
      (digitOf[masks.charCodeAt(count + place)]! << 5) |
      (digitOf[masks.charCodeAt(2 * count + place)]! << 10)
    for (let language = 0; mask !== 0; language += 16, mask >>= 1) {
      if ((mask & 1) === 0) continue
      weights[next] = language | digitOf[values.charCodeAt(next)]!
      next++
    }
    offsets[place + 1] = next
  }
  return {
    languages: codes.split(' '),
    letters: makeLetters(),
    slots,
    shift,
    features,
    offsets,
    weights,
    settings: readSettings(settings),
    cache: makeWordCache(),
  }
}

/** Calls `take` for each entry of a front-coded line, with its letter codes; words and pairs begin with an edge. */
function readEntries(line: string, take: (buffer: Uint8Array, length: number) => void): void {
  const codeOf = new Uint8Array(128)
  for (let place = 0; place < PACKED_LETTERS.length; place++) codeOf[PACKED_LETTERS.charCodeAt(place)] = place + EDGE
  const buffer = new Uint8Array(128)
  let length = 0
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    if (unit < 48 || unit > 57) buffer[length++] = codeOf[unit]!
    else {
      if (at > 0) take(buffer, length)
      length = unit - 48
    }
  }
  if (line.length > 0) take(buffer, length)
}

function readSettings(line: string): Map<string, readonly number[]> {
  const settings = new Map<string, readonly number[]>()
  for (const entry of line.split(';')) {
    const [name = '', numbers = ''] = entry.split('=')
    settings.set(name, numbers.split(',').map(Number))
  }
  return settings
}
