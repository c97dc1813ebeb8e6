import type { DetectorTable, WordCache } from './detector-table.js'
import { scoreWord } from './score-word.js'

/** Words remembered at a time; a power of two. By hand: holds most words of an article and the common ones of a language. */
const SLOTS = 8192
/** Longer words are not remembered: they seldom come again. */
const LONGEST = 14
/** Numbers per word: one a language. */
const STRIDE = 16

/** An empty cache, of some 430 kB. */
export function makeWordCache(): WordCache {
  return {
    hashes: new Int32Array(SLOTS),
    lengths: new Uint8Array(SLOTS),
    codes: new Uint8Array(SLOTS * STRIDE),
    sums: new Int16Array((SLOTS + 1) * STRIDE),
  }
}

/** As `scoreWord`, but looks first whether the same word (letter by letter) was scored lately. */
export function scoreWordCached(
  table: DetectorTable,
  codes: Uint8Array,
  length: number,
  hash: number,
  sums: Int32Array,
  base: number,
): void {
  const { cache } = table
  // Long words use the row after the last, which is never found again.
  const slot = length > LONGEST ? SLOTS : hash & (SLOTS - 1)
  const row = slot * STRIDE
  let known = slot < SLOTS && cache.hashes[slot] === hash && cache.lengths[slot] === length
  for (let place = 1; known && place <= length; place++) known = cache.codes[row + place] === codes[place]
  if (!known) {
    if (slot < SLOTS) {
      cache.hashes[slot] = hash
      cache.lengths[slot] = length
      for (let place = 1; place <= length; place++) cache.codes[row + place] = codes[place]!
    }
    cache.sums.fill(0, row, row + STRIDE)
    scoreWord(table, codes, length, hash, cache.sums, row)
  }
  const size = table.languages.length
  for (let language = 0; language < size; language++) sums[base + language]! += cache.sums[row + language]!
}
