import { NumberTable } from './number-table.js'
import { sortNumbers } from './sort-numbers.js'

// by hand: so many numbers are sorted at a time, 128 MB with the room to sort them in
const maxSorted = 16777216

/**
 * How often each number stands in some arrays, for numbers that stand there at least `least` times: most numbers of an
 * archive stand there once. O(numbers).
 */
export function countRepeated(arrays: readonly Uint32Array[], least: number): NumberTable {
  let total = 0
  for (const { length } of arrays) total += length
  const shares = Math.max(1, Math.ceil(total / maxSorted))
  const keys: number[] = []
  const counts: number[] = []
  for (let share = 0; share < shares; share++) {
    const first = Math.floor((4294967296 / shares) * share)
    const end = Math.floor((4294967296 / shares) * (share + 1))
    const { numbers } = sortNumbers(pick(arrays, first, end, shares === 1 ? total : undefined), new Uint32Array(0))
    for (let place = 0; place < numbers.length; ) {
      const number = numbers[place]!
      let next = place + 1
      while (next < numbers.length && numbers[next] === number) next++
      if (next - place >= least) {
        keys.push(number)
        counts.push(next - place)
      }
      place = next
    }
  }
  const table = new NumberTable(keys.length)
  for (const [place, key] of keys.entries()) table.set(key, counts[place]!)
  return table
}

/** The numbers from `first` up to `end`. */
function pick(arrays: readonly Uint32Array[], first: number, end: number, known: number | undefined): Uint32Array {
  let size = known ?? 0
  if (known === undefined) {
    for (const numbers of arrays) {
      for (let place = 0; place < numbers.length; place++) if (numbers[place]! >= first && numbers[place]! < end) size++
    }
  }
  const picked = new Uint32Array(size)
  let next = 0
  for (const numbers of arrays) {
    if (known !== undefined) {
      picked.set(numbers, next)
      next += numbers.length
      continue
    }
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place]!
      if (number >= first && number < end) picked[next++] = number
    }
  }
  return picked
}
