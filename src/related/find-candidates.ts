import { type Accumulator, makeAccumulator } from './accumulate.js'
import { bucketShift, findList, impactOf, isStrong } from './lay-out-postings.js'
import { compareRows } from './ranking.js'
import type { IndexState, Query, Segment } from './related-index.js'

/** Rows that may be among the most similar to a query. Structure of arrays, unordered. */
export interface Candidates {
  readonly segments: Uint16Array
  readonly rows: Uint16Array
  /** Products of impacts over shared strong terms, ÷ 4: about the cosine × 65025. Symmetric. */
  readonly sums: Uint16Array
  /** Whether more rows than were wanted reach the least sum that counts. */
  readonly isCut: boolean
}

// by hand: a cosine of .015 by strong terms. Lists under the default `minScore` need twice as much of all terms
const leastSum = 975

const accumulators = new WeakMap<Segment, Accumulator>()

/** The accumulator of a segment: room to work in, kept with it. */
function openAccumulator(segment: Segment): Accumulator {
  let kept = accumulators.get(segment)
  if (!kept) accumulators.set(segment, (kept = makeAccumulator(segment.postings, segment.rows.size)))
  return kept
}

/**
 * The live rows with the highest sums of products over strong terms, at most `limit`; of equals the newest, then the
 * first id. The sums are whole numbers, so which rows these are does not hang on how the index is cut into segments.
 *
 * Each segment's lists are added up term by term, short ones first; rows are looked at only when they reach the
 * `limit`-th best sum known so far. O(postings of the query's strong terms).
 */
export function findCandidates(state: IndexState, query: Query, limit: number): Candidates {
  let best: Found = { segments: new Uint16Array(0), rows: new Uint16Array(0), sums: new Uint16Array(0) }
  let threshold = leastSum
  let isCut = false
  for (const [index, segment] of state.segments.entries()) {
    const accumulator = openAccumulator(segment)
    const removed = state.removed[index]!
    const { sums, reached } = accumulator
    const lists = listsOf(segment, query)
    let count = 0
    for (let place = 0; place < lists.count; place++) {
      const list = lists.order[place]!
      count = accumulator.add(lists.starts[list]!, lists.ends[list]!, lists.impacts[list]!, threshold, count)
      if (count <= limit * 4) continue
      count = keepLive(reached, count, removed, sums, threshold)
      if (count <= limit * 2) continue
      threshold = Math.max(threshold, nthLargest(reached, count, sums, limit))
      isCut = true
      count = keepLive(reached, count, removed, sums, threshold)
    }
    count = keepLive(reached, count, removed, sums, threshold)
    best = join(best, index, reached, count, sums)
    sums.fill(0)
    if (best.rows.length > limit) {
      isCut = true
      threshold = nthLargest(identity(best.sums.length), best.sums.length, best.sums, limit)
      best = pick(best, (place) => best.sums[place]! >= threshold)
    }
  }
  if (best.rows.length > limit) best = cutTies(state, best, limit, threshold)
  return { ...best, isCut }
}

interface Found {
  readonly segments: Uint16Array
  readonly rows: Uint16Array
  readonly sums: Uint16Array
}

/** Lists of postings. Structure of arrays. */
interface Lists {
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly impacts: Uint8Array
  /** Shorter lists first, to a factor of two. */
  readonly order: Uint16Array
  /** Of no meaning: what was read only to have it near. */
  readonly touched: number
}

/**
 * The postings of a query's strong terms in a segment; not those that the query's own row alone is in. Where they lie
 * is spread over all memory: a first look at each, none of which waits for another, makes the second look quick.
 */
function listsOf(segment: Segment, { weighed, row }: Query): Lists {
  const { postings } = segment
  const { directory, buckets } = postings
  const { rows, codes, strong } = weighed
  const first = rows.termStarts[row]!
  const end = rows.termStarts[row + 1]!
  const terms = new Uint32Array(end - first)
  const impacts = new Uint8Array(end - first)
  const shift = bucketShift(buckets)
  let asked = 0
  let touched = 0
  for (let place = first; place < end; place++) {
    const impact = isStrong(strong, place) ? impactOf(codes[place]!) : 0
    if (impact === 0) continue
    const term = rows.terms[place]!
    touched ^= directory[buckets[term >>> shift]! * 2]!
    terms[asked] = term
    impacts[asked++] = impact
  }
  const starts = new Uint32Array(asked)
  const ends = new Uint32Array(asked)
  const lengths = new Uint16Array(34)
  let count = 0
  for (let place = 0; place < asked; place++) {
    const list = findList(postings, terms[place]!)
    if (list < 0) continue
    const start = directory[list + 1]!
    const length = directory[list + 3]! - start
    touched ^= postings.rows[start]! ^ postings.impacts[start]!
    if (length === 1 && postings.rows[start] === row && weighed === segment) continue
    starts[count] = start
    ends[count] = start + length
    impacts[count++] = impacts[place]!
    lengths[33 - Math.clz32(length)]!++
  }
  for (let bits = 1; bits < 34; bits++) lengths[bits]! += lengths[bits - 1]!
  const order = new Uint16Array(count)
  for (let list = 0; list < count; list++) order[lengths[32 - Math.clz32(ends[list]! - starts[list]!)]!++] = list
  return { count, starts, ends, impacts, order, touched }
}

/** Moves the live rows at or over the threshold to the front; returns how many. */
function keepLive(
  reached: Uint16Array,
  count: number,
  removed: Uint8Array,
  sums: Uint16Array,
  threshold: number,
): number {
  let kept = 0
  for (let place = 0; place < count; place++) {
    const row = reached[place]!
    if (removed[row] === 0 && sums[row]! >= threshold) reached[kept++] = row
  }
  return kept
}

/** The nth largest of the sums of some rows; Hoare's selection, O(count). */
function nthLargest(rows: Uint16Array, count: number, sums: Uint16Array, n: number): number {
  const values = new Uint16Array(count)
  for (let place = 0; place < count; place++) values[place] = sums[rows[place]!]!
  let low = 0
  let high = count - 1
  const target = n - 1
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (values[left]! > pivot) left++
      while (values[right]! < pivot) right--
      if (left <= right) {
        const swapped = values[left]!
        values[left++] = values[right]!
        values[right--] = swapped
      }
    }
    if (target <= right) high = right
    else if (target >= left) low = left
    else break
  }
  return values[target]!
}

function identity(length: number): Uint16Array {
  return Uint16Array.from({ length }, (_, place) => place)
}

function join(best: Found, segment: number, reached: Uint16Array, count: number, sums: Uint16Array): Found {
  const before = best.rows.length
  const joined = {
    segments: new Uint16Array(before + count),
    rows: new Uint16Array(before + count),
    sums: new Uint16Array(before + count),
  }
  joined.segments.set(best.segments)
  joined.rows.set(best.rows)
  joined.sums.set(best.sums)
  for (let place = 0; place < count; place++) {
    const row = reached[place]!
    joined.segments[before + place] = segment
    joined.rows[before + place] = row
    joined.sums[before + place] = sums[row]!
  }
  return joined
}

function pick({ segments, rows, sums }: Found, isKept: (place: number) => boolean): Found {
  const kept = Uint32Array.from(rows.keys()).filter(isKept)
  return {
    segments: Uint16Array.from(kept, (place) => segments[place]!),
    rows: Uint16Array.from(kept, (place) => rows[place]!),
    sums: Uint16Array.from(kept, (place) => sums[place]!),
  }
}

/** Of those with just the least sum, as many as there is room for. */
function cutTies(state: IndexState, best: Found, limit: number, least: number): Found {
  const places = [...best.rows.keys()]
  const above = places.filter((place) => best.sums[place]! > least)
  const ties = places
    .filter((place) => best.sums[place] === least)
    .sort((a, b) => compareRows(state, best.segments[a]!, best.rows[a]!, best.segments[b]!, best.rows[b]!))
  const kept = new Set([...above, ...ties.slice(0, limit - above.length)])
  return pick(best, (place) => kept.has(place))
}
