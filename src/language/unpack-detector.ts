import type { DetectorTable } from './detector-table.js'
import { endHash, HASH_START, hashLetter, pairKey, slotOf, wordKey } from './keys.js'
import { EDGE, makeLetters } from './letters.js'
import { makeWordCache } from './word-cache.js'

/** Characters of the packed form for `0` to `92`: printable, without the quote and the backslash. */
export const DIGITS: string = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place))
  .filter((digit) => digit !== '"' && digit !== '\\')
  .join('')

/** Characters of the packed form for the letter codes, from `EDGE` on: one byte a letter. */
export const PACKED_LETTERS = '_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-'

/**
 * Undoes `packDetector` of data/learn/pack-detector.ts. Seven lines: languages; settings; grams, words, pairs, each
 * entry a digit (letters shared with the entry before) and the letters that follow; per feature which languages, in
 * three digits of five bits, first digits first; all weights, language by language within a feature.
 */
export function unpackDetector(packed: string): DetectorTable {
  const [codes = '', settings = ''] = packed.split('\n', 2)
  const bytes = toBytes(packed)
  let start = codes.length + settings.length + 2
  const nextLine = (): Uint8Array => {
    const end = bytes.indexOf(10, start)
    const line = bytes.subarray(start, end < 0 ? bytes.length : end)
    start += line.length + 1
    return line
  }
  const [grams, words, pairs, masks, values] = [nextLine(), nextLine(), nextLine(), nextLine(), nextLine()]
  const { lists, weights } = unpackWeights(masks, values)
  let bits = 10
  while (1 << bits < lists.length * 2.5) bits++
  const slots = new Int32Array(2 << bits)
  const codeOf = new Uint8Array(128)
  for (let place = 0; place < PACKED_LETTERS.length; place++) codeOf[PACKED_LETTERS.charCodeAt(place)] = place + EDGE
  let feature = addGrams(slots, 32 - bits, grams, codeOf, lists)
  feature = addWords(slots, 32 - bits, words, codeOf, lists, feature)
  addWords(slots, 32 - bits, pairs, codeOf, lists, feature)
  return {
    languages: codes.split(' '),
    letters: makeLetters(),
    slots,
    shift: 32 - bits,
    weights,
    settings: readSettings(settings),
    cache: makeWordCache(),
  }
}

// The functions below are small so that they are compiled soon: the first call waits for them.

function toBytes(packed: string): Uint8Array {
  const bytes = new Uint8Array(packed.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = packed.charCodeAt(at)
  return bytes
}

function unpackWeights(masks: Uint8Array, values: Uint8Array): { lists: Int32Array; weights: Uint8Array } {
  const digitOf = new Uint8Array(128)
  for (let digit = 0; digit < DIGITS.length; digit++) digitOf[DIGITS.charCodeAt(digit)] = digit
  const count = masks.length / 3
  const lists = new Int32Array(count)
  const weights = new Uint8Array(values.length)
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
  return { lists, weights }
}

function add(slots: Int32Array, shift: number, key: number, list: number): void {
  let slot = slotOf(key, shift) << 1
  while (slots[slot] !== 0) slot = (slot + 2) & (slots.length - 1)
  slots[slot] = key
  slots[slot + 1] = list
}

/** An entry goes on from what it shares with the last: `made` holds the key by number of letters. */
function addGrams(slots: Int32Array, shift: number, line: Uint8Array, codeOf: Uint8Array, lists: Int32Array): number {
  const made = new Int32Array(16)
  let feature = 0
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const code = codeOf[line[at]!]!
    if (code === 0) depth = line[at]! - 48
    else {
      const key = (made[depth]! << 6) | code
      made[++depth] = key
      const isWhole = at + 1 === line.length || codeOf[line[at + 1]!] === 0
      add(slots, shift, key, isWhole ? lists[feature++]! : 0)
    }
  }
  return feature
}

/** Words, or pairs: `made` holds the hash of the word at hand, `firsts` that of the word before it; 0 for none. */
function addWords(
  slots: Int32Array,
  shift: number,
  line: Uint8Array,
  codeOf: Uint8Array,
  lists: Int32Array,
  from: number,
): number {
  const made = new Int32Array(128)
  const firsts = new Int32Array(128)
  let feature = from
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const code = codeOf[line[at]!]!
    if (code === 0) {
      depth = line[at]! - 48
      continue
    }
    const first = depth === 0 ? 0 : code === EDGE ? endHash(made[depth]!) : firsts[depth]!
    const hash = code === EDGE ? HASH_START : hashLetter(made[depth]!, code)
    made[++depth] = hash
    firsts[depth] = first
    if (at + 1 < line.length && codeOf[line[at + 1]!] !== 0) continue
    add(slots, shift, first === 0 ? wordKey(endHash(hash)) : pairKey(first, endHash(hash)), lists[feature++]!)
  }
  return feature
}

function readSettings(line: string): Map<string, readonly number[]> {
  const settings = new Map<string, readonly number[]>()
  for (const entry of line.split(';')) {
    const [name = '', numbers = ''] = entry.split('=')
    settings.set(name, numbers.split(',').map(Number))
  }
  return settings
}
