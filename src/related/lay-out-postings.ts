import type { Postings, WeighedRows } from './related-index.js'
import { sortNumbers } from './sort-numbers.js'

/** A code as a posting has it: 510 × the weight, at most 255; the sum of products ÷ 4 of two articles fits 16 bits. */
export function impactOf(code: number): number {
  return Math.min(255, Math.floor((code * code * 2) / 255))
}

/** Whether candidates are found by the term at a place of `rows.terms`. */
export function isStrong(strong: Uint8Array, place: number): boolean {
  return ((strong[place >> 3]! >> (place & 7)) & 1) === 1
}

/** The postings of rows: by term, then by row. O(terms). */
export function layOutPostings({ rows, codes, strong }: WeighedRows): Postings {
  let size = 0
  for (let place = 0; place < rows.terms.length; place++) {
    if (isStrong(strong, place) && impactOf(codes[place]!) > 0) size++
  }
  const terms = new Uint32Array(size)
  const packed = new Uint32Array(size)
  let next = 0
  for (let row = 0; row < rows.size; row++) {
    for (let place = rows.termStarts[row]!; place < rows.termStarts[row + 1]!; place++) {
      const impact = isStrong(strong, place) ? impactOf(codes[place]!) : 0
      if (impact === 0) continue
      terms[next] = rows.terms[place]!
      packed[next++] = row * 256 + impact
    }
  }
  const sorted = sortNumbers(terms, packed)
  const directory = layOutDirectory(sorted.numbers)
  return {
    directory,
    rows: Uint16Array.from(sorted.values, (value) => value >>> 8),
    impacts: Uint8Array.from(sorted.values, (value) => value & 255),
    buckets: layOutBuckets(directory),
  }
}

/** Each distinct number of sorted ones, and where it begins; at the end 0, and how many there are. */
function layOutDirectory(numbers: Uint32Array): Uint32Array {
  let count = 0
  for (let place = 0; place < numbers.length; place++) if (place === 0 || numbers[place] !== numbers[place - 1]) count++
  const directory = new Uint32Array(count * 2 + 2)
  let next = 0
  for (let place = 0; place < numbers.length; place++) {
    if (place > 0 && numbers[place] === numbers[place - 1]) continue
    directory[next++] = numbers[place]!
    directory[next++] = place
  }
  directory[next + 1] = numbers.length
  return directory
}

/** About four lists to a bucket. */
function layOutBuckets(directory: Uint32Array): Uint32Array {
  const lists = directory.length / 2 - 1
  let bits = 1
  while (2 ** bits * 4 < lists) bits++
  const buckets = new Uint32Array(2 ** bits + 1)
  for (let list = 0; list < lists; list++) buckets[(directory[list * 2]! >>> (32 - bits)) + 1]!++
  for (let bucket = 1; bucket < buckets.length; bucket++) buckets[bucket]! += buckets[bucket - 1]!
  return buckets
}

/** The place in `directory` of a term's list, or -1; the list ends where the next one starts. O(1). */
export function findList({ directory, buckets }: Postings, term: number): number {
  const bucket = term >>> bucketShift(buckets)
  const end = buckets[bucket + 1]! * 2
  for (let place = buckets[bucket]! * 2; place < end; place += 2) if (directory[place] === term) return place
  return -1
}

/** How far a term is moved down to give its bucket. */
export function bucketShift(buckets: Uint32Array): number {
  return Math.clz32(buckets.length - 1) + 1
}
