import { NumberTable } from './number-table.js'
import type { Postings, WeighedRows } from './related-index.js'

/** A code as a posting has it: 510 × the weight, at most 255; the sum of products ÷ 4 of two articles fits 16 bits. */
export function impactOf(code: number): number {
  return Math.min(255, Math.floor((code * code * 2) / 255))
}

/** Whether candidates are found by the term at a place of `rows.terms`. */
export function isStrong(strong: Uint8Array, place: number): boolean {
  return ((strong[place >> 3]! >> (place & 7)) & 1) === 1
}

/** The postings of rows: by term, then by row. O(n log n) in distinct terms, otherwise O(n). */
export function layOutPostings({ rows, codes, strong }: WeighedRows): Postings {
  const lengths = new NumberTable(rows.terms.length / 4)
  let size = 0
  for (let place = 0; place < rows.terms.length; place++) {
    if (!isStrong(strong, place) || impactOf(codes[place]!) === 0) continue
    lengths.add(rows.terms[place]!, 1)
    size++
  }
  const { keys, values } = lengths.entries()
  const starts = new Uint32Array(keys.length + 1)
  for (let list = 0; list < keys.length; list++) {
    starts[list + 1] = starts[list]! + values[list]!
    lengths.set(keys[list]!, starts[list]!)
  }
  const postingRows = new Uint16Array(size)
  const postingImpacts = new Uint8Array(size)
  for (let row = 0; row < rows.size; row++) {
    for (let place = rows.termStarts[row]!; place < rows.termStarts[row + 1]!; place++) {
      if (!isStrong(strong, place) || impactOf(codes[place]!) === 0) continue
      const posting = lengths.take(rows.terms[place]!)
      postingRows[posting] = row
      postingImpacts[posting] = impactOf(codes[place]!)
    }
  }
  return { terms: keys, starts, rows: postingRows, impacts: postingImpacts, buckets: bucketsOf(keys) }
}

/** About four terms to a bucket. */
function bucketsOf(terms: Uint32Array): Uint32Array {
  let bits = 1
  while (2 ** bits * 4 < terms.length) bits++
  const buckets = new Uint32Array(2 ** bits + 1)
  for (const term of terms) buckets[(term >>> (32 - bits)) + 1]!++
  for (let bucket = 1; bucket < buckets.length; bucket++) buckets[bucket]! += buckets[bucket - 1]!
  return buckets
}

/** The place of a term's list, or -1. O(1). */
export function findList({ terms, buckets }: Postings, term: number): number {
  const bucket = term >>> (32 - bitsOf(buckets))
  const end = buckets[bucket + 1]!
  for (let list = buckets[bucket]!; list < end; list++) if (terms[list] === term) return list
  return -1
}

function bitsOf(buckets: Uint32Array): number {
  return 31 - Math.clz32(buckets.length - 1)
}
