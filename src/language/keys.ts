import { EDGE } from './letters.js'

/** Letters of the longest gram; edges of the word count. */
export const LONGEST_GRAM = 5
/** What a whole word (or a pair) counts for, beside a gram's 1. Fitted: experiments of 2026, ×1, ×2, ×3, ×5 tried. */
export const WORD_VALUE = 3

/*
 * Keys are 32-bit integers. A gram's key is its letter codes, six bits each, so it is exact and positive. Words and
 * pairs of words are hashed into the negative half.
 */

/** Where the hash of a word begins: FNV-1a (Fowler, Noll, Vo). */
export const HASH_START: number = 0x811c9dc5 | 0

/** The hash after one letter more. */
export function hashLetter(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The hash after the last letter: a last mix, 30 bits. */
export function endHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) & 0x3fffffff
}

/** Hash of a word's letters. */
export function wordHash(codes: Uint8Array, length: number): number {
  let hash = HASH_START
  for (let place = 1; place <= length; place++) hash = hashLetter(hash, codes[place]!)
  return endHash(hash)
}

/** Key of a whole word. */
export function wordKey(hash: number): number {
  return hash | 0x80000000
}

/** Key of two words that follow each other. */
export function pairKey(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) + second
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 7)) | 0xc0000000
}

/** Slot where the search for a key begins, in a table of `2 ** (32 - shift)` slots. */
export function slotOf(key: number, shift: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift
}

/** Calls `visit` with the key of every gram of a word, a key as often as it occurs. The table is learnt on these. */
export function visitGrams(codes: Uint8Array, length: number, visit: (key: number) => void): void {
  for (let start = 0; start < length + 2; start++) {
    const end = Math.min(start + LONGEST_GRAM, length + 2)
    let key = 0
    for (let place = start; place < end; place++) {
      key = (key << 6) | codes[place]!
      if (key !== EDGE) visit(key)
    }
  }
}

/** How much a word of so many letters counts for: its grams and itself. */
export function wordMass(length: number): number {
  let mass = length + WORD_VALUE
  for (let gram = 2; gram <= LONGEST_GRAM; gram++) mass += Math.max(0, length + 3 - gram)
  return mass
}
