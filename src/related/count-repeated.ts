import { NumberTable } from './number-table.js'

/**
 * How often each number stands in some arrays, for numbers that stand there at least `least` times. Most numbers of an
 * archive stand there once: a first pass over a table without keys keeps nearly all of those out of the second.
 * @param least - 2 or 3. O(numbers).
 */
export function countRepeated(arrays: readonly Uint32Array[], least: number): NumberTable {
  let total = 0
  for (const { length } of arrays) total += length
  let size = 1024
  while (size < total * 2 && size < 268435456) size *= 2
  const mask = size - 1
  const seen = new Uint8Array(size)
  for (const numbers of arrays) {
    for (let place = 0; place < numbers.length; place++) {
      const slot = numbers[place]! & mask
      if (seen[slot]! < least) seen[slot]!++
    }
  }
  const counts = new NumberTable(1024)
  for (const numbers of arrays) {
    for (let place = 0; place < numbers.length; place++) {
      if (seen[numbers[place]! & mask]! >= least) counts.add(numbers[place]!, 1)
    }
  }
  return counts.filter((count) => count >= least)
}
