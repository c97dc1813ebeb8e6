import type { DetectorTable } from './detector-table.js'
import { LONGEST_GRAM, slotOf, WORD_VALUE, wordKey } from './keys.js'

/**
 * Adds what a word says for each language to `sums` from place `base` on: the weights of its grams and of itself.
 * Whole numbers, so that the sum is the same in any order and on any machine.
 */
export function scoreWord(
  table: DetectorTable,
  codes: Uint8Array,
  length: number,
  hash: number,
  sums: Int32Array | Int16Array,
  base: number,
): void {
  const { slots, weights, shift } = table
  const last = slots.length - 1
  for (let start = 0; start < length + 2; start++) {
    const end = Math.min(start + LONGEST_GRAM, length + 2)
    let key = 0
    for (let place = start; place < end; place++) {
      key = (key << 6) | codes[place]!
      let slot = slotOf(key, shift) << 1
      let found = slots[slot]!
      while (found !== key && found !== 0) found = slots[(slot = (slot + 2) & last)]!
      if (found === 0) break
      const list = slots[slot + 1]!
      for (let next = list >> 4, stop = next + (list & 15); next < stop; next++) {
        const weight = weights[next]!
        sums[base + (weight >> 4)]! += (weight & 15) - 8
      }
    }
  }
  addWeights(table, wordKey(hash), sums, base)
}

/** Adds the weights of a word or pair, if the table has it. */
export function addWeights(table: DetectorTable, key: number, sums: Int32Array | Int16Array, base: number): void {
  const { slots, weights, shift } = table
  const last = slots.length - 1
  let slot = slotOf(key, shift) << 1
  let found = slots[slot]!
  while (found !== key && found !== 0) found = slots[(slot = (slot + 2) & last)]!
  if (found === 0) return
  const list = slots[slot + 1]!
  for (let next = list >> 4, stop = next + (list & 15); next < stop; next++) {
    const weight = weights[next]!
    sums[base + (weight >> 4)]! += ((weight & 15) - 8) * WORD_VALUE
  }
}
