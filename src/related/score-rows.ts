import type { Entry, IndexState, Segment } from './related-index.js'
import { weightUnit } from './weigh-rows.js'

/** An article that is asked about: its terms and weights, and where it stands in the index if it does. */
export interface Query {
  readonly entry: Entry
  readonly weights: Uint16Array
  readonly level: number
}

/** Every live row that shares a term with a query. Structure of arrays, unordered. */
export interface Hits {
  readonly count: number
  readonly segments: Uint16Array
  readonly rows: Uint32Array
  /** Sum of the products of weights, less what the middle of the archive accounts for; in units squared. */
  readonly scores: Int32Array
}

// by hand: none at present. How much of an article's nearness to the archive's middle is taken off its scores
// (centring, Suzuki et al. 2013), in 64ths: articles about everything stop being related to everything
const centring = 0

const scratch = new WeakMap<Segment, { sums: Uint32Array; touched: Uint32Array }>()

/** The scores of all rows against a query: exact, in whole numbers. O(postings of the query's terms). */
export function scoreRows({ segments, removed }: IndexState, { entry, weights }: Query): Hits {
  const parts = segments.map((segment, index) => scoreSegment(segment, removed[index]!, entry.terms, weights))
  let count = 0
  for (const part of parts) count += part.count
  const hits = { count, segments: new Uint16Array(count), rows: new Uint32Array(count), scores: new Int32Array(count) }
  let place = 0
  for (const [index, { rows, scores, count: size }] of parts.entries()) {
    hits.segments.fill(index, place, place + size)
    hits.rows.set(rows, place)
    hits.scores.set(scores, place)
    place += size
  }
  return hits
}

function scoreSegment(
  segment: Segment,
  removed: Uint8Array,
  terms: Uint32Array,
  weights: Uint16Array,
): { rows: Uint32Array; scores: Int32Array; count: number } {
  const { dictionary, postingStarts, postingRows, postingWeights, levels } = segment
  let kept = scratch.get(segment)
  if (!kept) {
    const size = levels.length
    scratch.set(segment, (kept = { sums: new Uint32Array(size), touched: new Uint32Array(size) }))
  }
  const { sums, touched } = kept
  let count = 0
  for (let place = 0; place < terms.length; place++) {
    const weight = weights[place]!
    const term = weight > 0 ? dictionary.get(terms[place]!, -1) : -1
    if (term < 0) continue
    const end = postingStarts[term + 1]!
    for (let posting = postingStarts[term]!; posting < end; posting++) {
      const row = postingRows[posting]!
      const sum = sums[row]!
      const added = sum + weight * postingWeights[posting]!
      if (sum === 0 && added > 0) touched[count++] = row
      sums[row] = added
    }
  }
  const rows = new Uint32Array(count)
  const scores = new Int32Array(count)
  let live = 0
  for (let place = 0; place < count; place++) {
    const row = touched[place]!
    if (!removed[row]) {
      rows[live] = row
      scores[live] = sums[row]! - Math.floor((levels[row]! * weightUnit * centring) / 64)
      live++
    }
    sums[row] = 0
  }
  return { rows: rows.subarray(0, live), scores: scores.subarray(0, live), count: live }
}

/** The product of two vectors by ascending term, in units squared. O(terms). */
export function product(
  termsA: Uint32Array,
  weightsA: Uint16Array,
  termsB: Uint32Array,
  weightsB: Uint16Array,
): number {
  let sum = 0
  let a = 0
  let b = 0
  while (a < termsA.length && b < termsB.length) {
    const order = termsA[a]! - termsB[b]!
    if (order === 0) sum += weightsA[a++]! * weightsB[b++]!
    else if (order < 0) a++
    else b++
  }
  return sum
}
